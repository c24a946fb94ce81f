package io.beanpole.cloud.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the processes of a container may use of the machine's memory, counted as a container's limit counts it: what is
 * theirs alone and what they share among themselves, not the files that are mapped.
 */
record MemoryLimit(long bytes) {
    private static final List<String> COUNTED = List.of("RssAnon:", "RssShmem:");

    static MemoryLimit ofMebibytes(int mebibytes) {
        return new MemoryLimit(mebibytes * 1024L * 1024L);
    }

    /** Whether a process and all that it started use more; false where the operating system doesn't tell. */
    boolean isExceededBy(long pid) {
        return usedByTree(String.valueOf(pid)) > bytes;
    }

    /** By the lists of children of its threads: looking through all processes of the machine costs far more. */
    private static long usedByTree(String pid) {
        Path process = Path.of("/proc", pid);
        long used = used(process.resolve("status"));
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            return used
                    + threads.flatMap(thread -> children(thread.resolve("children")))
                            .mapToLong(MemoryLimit::usedByTree)
                            .sum();
        } catch (IOException | UncheckedIOException gone) {
            return used;
        }
    }

    private static Stream<String> children(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return text.isEmpty() ? Stream.empty() : Stream.of(text.split(" ", -1));
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static long used(Path status) {
        try (Stream<String> lines = Files.lines(status, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> COUNTED.stream().anyMatch(line::startsWith))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
