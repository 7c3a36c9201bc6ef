package dev.autogen.introspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What a server said of texts, kept in a file from one run to the next. There is a file for each server, under a name made
 * of all that could make it say something else: its whole version, its settings, the role, and every function, operator,
 * cast and type that somebody added to the database. Only verdicts on texts that refer to nothing but PostgreSQL itself
 * are kept, and no refusals.
 *
 * <p>Losing it costs time and nothing else: a file that is missing, damaged or cannot be written is as good as none.
 */
final class JudgedTexts {
    private static final String FORMAT = "autogen judged texts 2";
    private static final String SUFFIX = ".texts";
    /** Fewer are judged faster than it takes to find out that they need not be. */
    private static final int FEWEST = 50;

    private static final int MOST = 50_000;
    private static final int MOST_FILES = 8;

    private final Path file;
    private final String server;
    private final Map<String, Verdict> known;
    private final Map<String, Verdict> used = new HashMap<>();

    private JudgedTexts(Path file, String server, Map<String, Verdict> known) {
        this.file = file;
        this.server = server;
        this.known = known;
    }

    /** What is known of the server, from the directory, which need not exist. */
    static JudgedTexts of(String server, Path directory) {
        String name = HexFormat.of().formatHex(sha256().digest(server.getBytes(UTF_8)), 0, 16);
        Path file = directory.resolve(name + SUFFIX);
        return new JudgedTexts(file, server, read(file, server));
    }

    /** The verdicts that are known, on jobs that are read with the search path that is theirs. */
    Map<ScratchJob, Verdict> find(Collection<ScratchJob> jobs, Function<ScratchJob, String> path) {
        if (known.isEmpty()) {
            return Map.of();
        }
        Map<ScratchJob, Verdict> found = new HashMap<>();
        for (ScratchJob job : jobs) {
            String key = key(job, path.apply(job));
            Verdict verdict = known.get(key);
            if (verdict != null) {
                used.put(key, verdict);
                found.put(job, verdict);
            }
        }
        return found;
    }

    void add(ScratchJob job, String path, Verdict verdict) {
        if (verdict.lasting() && !verdict.isRefusal() && !dependsOnTime(job.text())) {
            used.put(key(job, path), verdict);
        }
    }

    /** Constants like {@code date 'today'} are evaluated when they are read. */
    private static boolean dependsOnTime(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.of("now", "today", "tomorrow", "yesterday").anyMatch(lower::contains);
    }

    /** Writes what was learned, if it is worth a file. */
    void keep() {
        boolean learned = !known.keySet().containsAll(used.keySet());
        if (!learned || (known.isEmpty() && used.size() < FEWEST) || used.size() > MOST) {
            return;
        }
        Map<String, Verdict> all = new TreeMap<>(known);
        all.putAll(used);
        try {
            write(all.size() > MOST ? used : all);
        } catch (IOException e) {
            // A project that cannot be written to is judged anew each time.
        }
    }

    /** All that is asked, one part behind the other. A digest of it would take longer than all else that is done with it. */
    private static String key(ScratchJob job, String path) {
        StringBuilder key = new StringBuilder();
        for (String part : Arrays.asList(
                job.text(),
                job.kind().name(),
                path,
                job.relation(),
                job.setup(),
                job.before(),
                job.after(),
                job.hide(),
                job.drop(),
                job.againBefore(),
                job.againAfter())) {
            key.append(part == null ? -1 : part.length()).append(':').append(part);
        }
        return key.toString();
    }

    private static Map<String, Verdict> read(Path file, String server) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - Long.BYTES;
            if (length < 0 || ByteBuffer.wrap(bytes).getLong(length) != checksum(bytes, length)) {
                return Map.of();
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
            if (!FORMAT.equals(text(in)) || !server.equals(text(in))) {
                return Map.of();
            }
            Map<String, Verdict> verdicts = new HashMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                verdicts.put(text(in), Verdict.lasting(text(in), text(in), text(in)));
            }
            return verdicts;
        } catch (IOException e) {
            // None yet, or not readable.
            return Map.of();
        }
    }

    private void write(Map<String, Verdict> verdicts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, FORMAT);
            text(out, server);
            out.writeInt(verdicts.size());
            for (Map.Entry<String, Verdict> entry : verdicts.entrySet()) {
                text(out, entry.getKey());
                text(out, entry.getValue().words());
                text(out, entry.getValue().collationSchema());
                text(out, entry.getValue().collation());
            }
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        }
        Path directory = Files.createDirectories(file.getParent());
        Path ignored = directory.resolve(".gitignore");
        if (!Files.exists(ignored)) {
            Files.writeString(ignored, "*\n");
        }
        // Written beside and moved, so that whoever reads meanwhile finds one of the two whole.
        Path fresh = Files.createTempFile(directory, "judged", ".part");
        try {
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        forgetOldest(directory);
    }

    private static void forgetOldest(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(directory)) {
            files = list.filter(each -> each.toString().endsWith(SUFFIX)).toList();
        }
        Map<Path, FileTime> times = new LinkedHashMap<>();
        for (Path each : files) {
            times.put(each, Files.getLastModifiedTime(each));
        }
        List<Path> oldest = files.stream()
                .sorted(Comparator.comparing(times::get))
                .limit(Math.max(0, files.size() - MOST_FILES))
                .toList();
        for (Path each : oldest) {
            Files.deleteIfExists(each);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), UTF_8);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            byte[] bytes = text.getBytes(UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
