package io.beanpole.cloud.beanstalk.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What can be asked for of an instance's logs, and how it is written (reference 3.9 [D]). */
enum LogKind {
    /** The last hundred lines of each log, as one text. */
    TAIL("tail", "TailLogs-", ".out", "text/plain; charset=utf-8") {
        @Override
        List<LogFile> files(Path directory) {
            return LogFiles.present(directory);
        }

        @Override
        void write(List<LogFile> files, OutputStream out) throws IOException {
            for (LogFile file : files) {
                String text = RULE + file.onAws() + "\n" + RULE + file.lastLines(LINES) + "\n\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    },

    /** All logs, the rotated ones too, in a zip file. */
    BUNDLE("bundle", "BundleLogs-", ".zip", "application/zip") {
        @Override
        List<LogFile> files(Path directory) {
            return LogFiles.all(directory);
        }

        @Override
        void write(List<LogFile> files, OutputStream out) throws IOException {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (LogFile file : files) {
                    zip.putNextEntry(new ZipEntry(file.onAws().substring(1)));
                    Files.copy(file.file(), zip);
                    zip.closeEntry();
                }
            }
        }
    };

    private static final int LINES = 100;
    private static final String RULE = "-".repeat(40) + "\n";

    private final String word;
    private final String stem;
    private final String ending;
    private final String contentType;

    LogKind(String word, String stem, String ending, String contentType) {
        this.word = word;
        this.stem = stem;
        this.ending = ending;
        this.contentType = contentType;
    }

    /** AWS's InfoType. */
    String word() {
        return word;
    }

    /** What is done to the logs, for a sentence. */
    String doing() {
        return this == TAIL ? "tailing" : "bundling";
    }

    String contentType() {
        return contentType;
    }

    /** The name of an object that holds a sample of this moment. */
    String nameAt(long epochMillis) {
        return stem + epochMillis + ending;
    }

    /** Which files of an instance it takes. */
    abstract List<LogFile> files(Path directory);

    abstract void write(List<LogFile> files, OutputStream out) throws IOException;
}
