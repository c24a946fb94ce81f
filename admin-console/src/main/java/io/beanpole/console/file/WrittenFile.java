package io.beanpole.console.file;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Writes what a person saves; where that fails it says so, and what to do. Takes a while, on a thread of its own. */
public final class WrittenFile {
    private WrittenFile() {}

    /** A text in UTF-8; gives the file. */
    public static Path text(Path file, String text) {
        return written(file, () -> Files.writeString(file, text, StandardCharsets.UTF_8));
    }

    /** Lines of text; gives the file. */
    public static Path lines(Path file, List<String> lines) {
        return written(file, () -> Files.write(file, lines, StandardCharsets.UTF_8));
    }

    /** A picture, for instance; gives the file. */
    public static Path bytes(Path file, byte[] bytes) {
        return written(file, () -> Files.write(file, bytes));
    }

    private static Path written(Path file, Writing writing) {
        try {
            return writing.write();
        } catch (IOException e) {
            throw new DeployException(
                    Words.of("screens.not-written", file.toString(), why(e)),
                    Words.of("screens.not-written.advice"),
                    e);
        }
    }

    /** Files says no more than the name of what it misses. */
    private static String why(IOException failure) {
        return failure instanceof NoSuchFileException
                ? Words.of("screens.not-written.no-folder")
                : String.valueOf(failure.getMessage());
    }

    /** One way to write it. */
    @FunctionalInterface
    private interface Writing {
        Path write() throws IOException;
    }
}
