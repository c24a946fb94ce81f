package io.beanpole.cloud.instance;

import java.io.IOException;
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
    boolean isExceededBy(Process process) {
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            long used = Stream.concat(Stream.of(process.toHandle()), descendants)
                    .mapToLong(each -> used(each.pid()))
                    .sum();
            return used > bytes;
        }
    }

    private static long used(long pid) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", String.valueOf(pid), "status"), StandardCharsets.US_ASCII)) {
            return lines.filter(line -> COUNTED.stream().anyMatch(line::startsWith))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }
}
