package dev.autogen.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several commands on one project take turns. */
class SharedDirectoryTest {

    @TempDir
    Path project;

    @Test
    void a_second_process_waits_for_the_first_and_names_it() throws Exception {
        Path directory = project.resolve("pg");
        ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (OtherProcess other = OtherProcess.serving(directory.toString())) {
            Future<Boolean> second = executor.submit(() -> {
                try (EmbeddedServer server = EmbeddedServer.start(directory, Duration.ofSeconds(60), messages::add)) {
                    return EmbeddedServerTest.reachable(server);
                }
            });
            while (messages.isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(second.isDone()).isFalse();
            other.close();
            assertThat(second.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(messages)
                    .containsExactly("Waiting for another autogen (process %d), which is using %s"
                            .formatted(other.pid(), directory.toRealPath()));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void the_wait_for_another_process_ends() throws Exception {
        Path directory = project.resolve("pg");
        try (OtherProcess other = OtherProcess.serving(directory.toString())) {
            assertThatThrownBy(() -> EmbeddedServer.start(directory, Duration.ofMillis(300), message -> {}))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("another autogen (process " + other.pid() + ") is still using")
                    .hasMessageContaining("try again");
        }
    }

    @Test
    void threads_of_one_process_take_turns_too() throws Exception {
        Path directory = project.resolve("pg");
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> start = () -> {
                try (EmbeddedServer server = EmbeddedServer.start(directory)) {
                    return EmbeddedServerTest.reachable(server);
                }
            };
            assertThat(executor.invokeAll(List.of(start, start, start)))
                    .allSatisfy(result -> assertThat(result.get()).isTrue());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void the_programs_are_unpacked_once_by_processes_and_threads_at_the_same_time() throws Exception {
        Path cache = project.resolve("cache");
        String option = "-Dautogen.cache=" + cache;
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (String name : List.of("one", "two", "three")) {
                starts.add(executor.submit(() -> {
                    OtherProcess.serving(project.resolve(name).toString(), option)
                            .close();
                    return null;
                }));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(cache).isDirectoryContaining("glob:**/postgresql-*").isDirectoryNotContaining("glob:**/*.unpacking");
    }
}
