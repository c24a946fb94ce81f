package io.beanpole.deploy.scaling.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of YAML, each with its depth; what is hard to build in a tree is the comments, which are half of the file. */
final class Lines {
    private static final int WIDTH = 118;

    private final List<String> lines = new ArrayList<>();

    Lines add(int depth, String line) {
        lines.add("  ".repeat(depth) + line);
        return this;
    }

    Lines blank() {
        lines.add("");
        return this;
    }

    /** A sentence as comment, broken where it gets too long. */
    Lines comment(int depth, String sentence) {
        String begin = "  ".repeat(depth) + "#";
        StringBuilder line = new StringBuilder(begin);
        for (String word : sentence.strip().split("\\s+", -1)) {
            if (line.length() + 1 + word.length() > WIDTH && line.length() > begin.length()) {
                lines.add(line.toString());
                line = new StringBuilder(begin);
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return this;
    }

    /** A number without the zeros that say nothing. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : String.valueOf(value);
    }

    /** Text in quotes, as JSON and YAML both read it. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
