package io.beanpole.worker.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Keeps the last lines of what a program complains of; a hostile file can't make it grow. */
final class ErrorText implements Consumer<String> {
    private static final int MOST_LINES = 60;
    private static final int LONGEST_LINE = 400;

    private final Deque<String> lines = new ArrayDeque<>();

    @Override
    public synchronized void accept(String line) {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
