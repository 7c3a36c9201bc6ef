package dev.autogen.commands.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A configuration file, and the name that messages give it.
 *
 * @param name the path relative to the project directory where it lies in it
 */
record TextFile(Path path, String name) {

    static TextFile in(Path project, Path path) {
        String name = path.startsWith(project) ? project.relativize(path).toString() : path.toString();
        return new TextFile(path, name.replace('\\', '/'));
    }

    /** The text, read as UTF-8, or as the Latin-1 of old properties files where it is not. */
    String read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    name + " does not exist (" + path + "). Correct the name, or leave it out.", e);
        } catch (IOException e) {
            throw new ConfigurationException(
                    name + " cannot be read: " + e.getMessage() + ". Make it readable, or remove it.", e);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
