package dev.autogen.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a class file says of the class itself (chapter 4 of the JVM's specification). An index of all that is in it takes
 * eight times as long, which counts for a thousand entities.
 *
 * @param name binary name
 * @param interfaces binary names of the interfaces that it names itself
 * @param annotations binary names of the types of its own annotations, visible to the JVM or not
 */
record ClassHeader(String name, List<String> interfaces, Set<String> annotations) {

    ClassHeader {
        interfaces = List.copyOf(interfaces);
        annotations = Set.copyOf(annotations);
    }

    /**
     * Reads it.
     *
     * @throws IOException if that is no class file
     */
    static ClassHeader read(byte[] file) throws IOException {
        try {
            return new Reader(file).read();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("a damaged class file", e);
        }
    }

    private static final class Reader {
        private static final int MAGIC_AND_VERSION = 8;
        private static final int FLAGS_NAME_AND_TYPE = 6;
        private static final Set<String> ANNOTATIONS =
                Set.of("RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations");

        private final byte[] bytes;
        private final ByteBuffer in;
        /** Where in the file each constant is, behind its tag. */
        private final int[] constants;

        Reader(byte[] file) throws IOException {
            bytes = file;
            in = ByteBuffer.wrap(file);
            skip(MAGIC_AND_VERSION);
            constants = new int[unsigned()];
            for (int i = 1; i < constants.length; i++) {
                int tag = in.get();
                constants[i] = in.position();
                switch (tag) {
                    case 1 -> skip(unsigned());
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                    case 5, 6 -> {
                        skip(8);
                        i++; // long and double take two numbers
                    }
                    case 7, 8, 16, 19, 20 -> skip(2);
                    case 15 -> skip(3);
                    default -> throw new IOException("a class file with a constant of an unknown kind, " + tag);
                }
            }
        }

        ClassHeader read() throws IOException {
            skip(2); // flags
            String name = className(unsigned());
            skip(2); // superclass
            List<String> interfaces = new ArrayList<>();
            for (int i = unsigned(); i > 0; i--) {
                interfaces.add(className(unsigned()));
            }
            skipMembers(); // fields
            skipMembers(); // methods
            Set<String> annotations = new HashSet<>();
            for (int i = unsigned(); i > 0; i--) {
                boolean ofInterest = ANNOTATIONS.contains(text(unsigned()));
                int end = in.getInt() + in.position();
                if (ofInterest) {
                    for (int j = unsigned(); j > 0; j--) {
                        annotations.add(annotation());
                    }
                }
                in.position(end);
            }
            return new ClassHeader(name, interfaces, annotations);
        }

        private void skipMembers() {
            for (int i = unsigned(); i > 0; i--) {
                skip(FLAGS_NAME_AND_TYPE);
                for (int j = unsigned(); j > 0; j--) {
                    skip(2);
                    skip(in.getInt());
                }
            }
        }

        /** Its type; its values are passed over. */
        private String annotation() throws IOException {
            String descriptor = text(unsigned());
            for (int i = unsigned(); i > 0; i--) {
                skip(2); // name of the element
                skipValue();
            }
            return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        }

        private void skipValue() throws IOException {
            switch (in.get()) {
                case 'e' -> skip(4);
                case '@' -> annotation();
                case '[' -> {
                    for (int i = unsigned(); i > 0; i--) {
                        skipValue();
                    }
                }
                default -> skip(2);
            }
        }

        private String className(int constant) throws IOException {
            return text(in.getShort(constants[constant]) & 0xffff).replace('/', '.');
        }

        private String text(int constant) throws IOException {
            int start = constants[constant];
            return new DataInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start)).readUTF();
        }

        private int unsigned() {
            return in.getShort() & 0xffff;
        }

        private void skip(int length) {
            in.position(in.position() + length);
        }
    }
}
