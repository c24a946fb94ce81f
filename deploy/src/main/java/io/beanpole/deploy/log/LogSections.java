package io.beanpole.deploy.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of a tail taken apart: each log's lines by its path. A log begins with its path between two rules. */
final class LogSections {
    private static final String RULE = "-".repeat(40);

    private LogSections() {}

    /** The lines by log, in the order of the text; lines before the first head belong to a log without a name. */
    static Map<String, List<String>> of(String text) {
        var lines = text.lines().toList();
        var sections = new LinkedHashMap<String, List<String>>();
        var file = "";
        for (int at = 0; at < lines.size(); at++) {
            if (isHead(lines, at)) {
                file = lines.get(at + 1).strip();
                sections.computeIfAbsent(file, name -> new ArrayList<>());
                at += 2;
            } else {
                sections.computeIfAbsent(file, name -> new ArrayList<>()).add(lines.get(at));
            }
        }
        sections.values().forEach(LogSections::strip);
        sections.values().removeIf(List::isEmpty);
        return sections;
    }

    private static boolean isHead(List<String> lines, int at) {
        return at + 2 < lines.size()
                && isRule(lines.get(at))
                && isRule(lines.get(at + 2))
                && lines.get(at + 1).strip().startsWith("/");
    }

    private static boolean isRule(String line) {
        return line.startsWith(RULE) && line.chars().allMatch(letter -> letter == '-');
    }

    /** Empty lines around a section only keep it apart from the next. */
    private static void strip(List<String> lines) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
    }
}
