package dev.autogen.scratch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that starts a server and keeps it until its standard input ends, as a command of autogen would. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts a server in {@code directory}, or a temporary one for {@code "temporary"}; returns when it runs. */
    static OtherProcess serving(String directory, String... jvmOptions) throws IOException {
        return serving(List.of(), System.getProperty("java.class.path"), directory, jvmOptions);
    }

    static OtherProcess serving(List<String> prefix, String classPath, String directory, String... jvmOptions)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", classPath, OtherProcess.class.getName(), directory));
        OtherProcess other = new OtherProcess(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        String first = other.output.readLine();
        if (!"running".equals(first)) {
            throw new IOException("The other process did not start its server: " + first);
        }
        return other;
    }

    long pid() {
        return process.pid();
    }

    /** What the other process answers to a command. */
    String directory() throws IOException {
        return output.readLine();
    }

    /** Ends it as Ctrl-C or SIGTERM does. */
    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** Kills it so that it can do nothing any more, but leaves its guard. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills it and all that it started and that did not become independent. */
    void killWithGuard() throws InterruptedException {
        process.children().forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    /** Lets it end by itself. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** Entry point of the other process. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedServer server = arguments[0].equals("temporary")
                ? EmbeddedServer.startTemporary()
                : EmbeddedServer.start(Path.of(arguments[0]))) {
            System.out.println("running");
            System.out.println(server.directory());
            while (System.in.read() >= 0) {
                // until the other side closes the pipe
            }
        }
    }
}
