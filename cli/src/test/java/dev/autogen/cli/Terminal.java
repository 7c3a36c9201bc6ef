package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.commands.config.Surroundings;
import dev.autogen.fixtures.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs command lines in a project as a terminal would, in this process. The entities' class path is Hibernate's of this
 * test run, so that no build tool is asked; the database is what {@link #on} says.
 *
 * @param project the directory the commands run in
 * @param environment the variables they see, and no others
 * @param typed what somebody types; null where nobody is there
 */
record Terminal(Path project, Map<String, String> environment, String typed) {

    /**
     * What a command left behind.
     *
     * @param exit its exit code
     * @param out standard output
     * @param err standard error
     */
    record Outcome(int exit, String out, String err) {
        private static final String LABEL = "error: ";

        /** What is said behind {@code error:}, without the progress before it. */
        String message() {
            int label = err.startsWith(LABEL) ? 0 : err.indexOf("\n" + LABEL) + 1;
            return err.startsWith(LABEL, label)
                    ? err.substring(label + LABEL.length()).strip()
                    : "";
        }

        /** Demands a failure that is told in one message with all of these words, and without a stack trace. */
        Outcome fails(int expected, String... words) {
            assertThat(exit).as(err + out).isEqualTo(expected);
            assertThat(message()).doesNotContain("\tat ").doesNotContain("\n\n");
            for (String word : words) {
                assertThat(message()).contains(word);
            }
            assertThat(err.lines().filter(line -> line.startsWith(LABEL))).hasSize(1);
            return this;
        }
    }

    /**
     * A terminal in that project, without a database; new migrations are neither proved nor held
     * against the data, which takes its time.
     */
    static Terminal in(Path project) {
        return new Terminal(
                project,
                Map.of(
                        "AUTOGEN_CLASSPATH",
                        entityClassPath(),
                        "AUTOGEN_NO_PROOF",
                        "true",
                        "AUTOGEN_NO_PREFLIGHT",
                        "true"),
                null);
    }

    /** The same terminal with {@code DATABASE_URL} set. */
    Terminal on(TestDatabase database) {
        return with("DATABASE_URL", database.jdbcUrl());
    }

    /** The same terminal with one more variable. */
    Terminal with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Terminal(project, more, typed);
    }

    /** The same terminal without a variable. */
    Terminal without(String variable) {
        Map<String, String> fewer = new LinkedHashMap<>(environment);
        fewer.remove(variable);
        return new Terminal(project, fewer, typed);
    }

    /** The same terminal with somebody at it who types these lines, then no more. */
    Terminal typing(String... lines) {
        return new Terminal(
                project,
                environment,
                Arrays.stream(lines).map(line -> line + "\n").collect(Collectors.joining()));
    }

    /** Runs {@code autogen} with these words. */
    Outcome autogen(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings =
                new Surroundings(environment, Map.of("user.home", project.toString(), "os.name", "Linux"), project);
        Optional<BufferedReader> keyboard =
                Optional.ofNullable(typed).map(text -> new BufferedReader(new StringReader(text)));
        int exit = CommandLineInterface.run(surroundings, keyboard, new PrintWriter(out), new PrintWriter(err), words);
        return new Outcome(exit, out.toString(), err.toString());
    }

    /** Runs {@code autogen} and demands that it ends well; answers standard output. */
    String ok(String... words) {
        Outcome outcome = autogen(words);
        if (outcome.exit() != 0) {
            throw new AssertionError("autogen " + String.join(" ", words) + " ended with " + outcome.exit() + "\n"
                    + outcome.out() + outcome.err());
        }
        return outcome.out();
    }

    /** The jars of this test run that entities need: Hibernate and the API of persistence, and what these need. */
    private static String entityClassPath() {
        String all = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("autogen-"))
                .filter(
                        entry -> entry.replace('\\', '/')
                                .matches(
                                        ".*/(hibernate|jakarta|org/jboss|net/bytebuddy|com/fasterxml/classmate|org/antlr)/.*|.*/org/hibernate/.*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
