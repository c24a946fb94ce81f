package io.beanpole.cloud.beanstalk.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The log files in an instance's directory. */
public final class LogFiles {
    private static final String LOG = ".+\\.log";
    private static final String LOG_AND_ROTATED = ".+\\.log(\\.[0-9]+)?";

    private LogFiles() {}

    /** The names of those that are written to, sorted; none while there is no such directory. */
    public static List<String> names(Path directory) {
        return matching(directory, LOG).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** Those that are written to. */
    static List<LogFile> present(Path directory) {
        return matching(directory, LOG).stream().map(LogFile::of).toList();
    }

    /** Those that are written to and those that were rotated away. */
    static List<LogFile> all(Path directory) {
        return matching(directory, LOG_AND_ROTATED).stream().map(LogFile::of).toList();
    }

    private static List<Path> matching(Path directory, String pattern) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
