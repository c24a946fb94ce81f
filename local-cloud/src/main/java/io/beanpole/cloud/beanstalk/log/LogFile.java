package io.beanpole.cloud.beanstalk.log;

import io.beanpole.cloud.instance.RotatingLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One log of an instance.
 *
 * @param file where it is on this machine
 * @param onAws where it would be on an instance of AWS (reference 1.1 [S2]; containers as the ECS platform lays them [I])
 */
record LogFile(Path file, String onAws) {
    private static final String ENDING = ".log";

    /** The most of a file that is read for its last lines. */
    private static final int MOST = 256 * 1024;

    static LogFile of(Path file) {
        return new LogFile(file, onAws(file.getFileName().toString()));
    }

    /** Its last lines; a line that is cut at the front is left out. */
    String lastLines(int count) {
        try {
            long size = Files.size(file);
            long from = Math.max(0, size - MOST);
            String text = new String(RotatingLog.read(file, from, MOST), StandardCharsets.UTF_8);
            int start = beginOfLast(text, count);
            return start == 0 && from > 0 ? text.substring(text.indexOf('\n') + 1) : text.substring(start);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the log " + file + " failed", e);
        }
    }

    private static int beginOfLast(String text, int count) {
        int at = text.endsWith("\n") ? text.length() - 1 : text.length();
        for (int lines = 0; lines < count && at >= 0; lines++) {
            at = text.lastIndexOf('\n', at - 1);
        }
        return at + 1;
    }

    /** A rotated file keeps the ending of its number. */
    private static String onAws(String name) {
        int end = name.indexOf(ENDING);
        String stem = end < 0 ? name : name.substring(0, end);
        String rest = end < 0 ? "" : name.substring(end);
        if (stem.equals("aws-sqsd")) {
            return "/var/log/aws-sqsd/default" + rest;
        }
        return stem.startsWith("eb-") ? "/var/log/" + name : "/var/log/containers/" + stem + "-stdouterr" + rest;
    }
}
