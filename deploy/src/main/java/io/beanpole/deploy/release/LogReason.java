package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why a deployment failed, in the instances' own words: the first lines of their logs that tell of an error. */
final class LogReason {
    private static final int LINES = 3;
    private static final int WIDTH = 240;
    private static final Pattern TROUBLE = Pattern.compile(
            "\\b(error|exception|fatal|panic|caused by|cannot|can't|could not|unable to|failed|refused|denied"
                    + "|no such|not found|unrecogni[sz]ed|unknown|invalid|illegal|unsupported|out of memory|killed|died|has no|missing)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PEACE = Pattern.compile("^(={2,}.*|-{2,}|\\s*at .*)$");
    private static final Pattern TIME =
            Pattern.compile("^\\[?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S*\\s+");

    private final InstanceLogs logs;
    private final Progress notes;

    LogReason(InstanceLogs logs, Progress notes) {
        this.logs = logs;
        this.notes = notes;
    }

    /** The lines, each led by its instance; none where no log tells of an error, or none can be had. */
    List<String> of(String environmentName) {
        try {
            return logs.tail(environmentName).entrySet().stream()
                    .map(log -> lines(log.getValue()).stream()
                            .map(line -> log.getKey() + ": " + line)
                            .toList())
                    .filter(lines -> !lines.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        } catch (DeployException e) {
            notes.say("The logs of " + environmentName + " can't be shown. " + e.getMessage());
            return List.of();
        }
    }

    /** The first lines of trouble, each once, whatever the times before them. */
    static List<String> lines(String text) {
        var found = text.lines()
                .map(String::strip)
                .filter(line -> TROUBLE.matcher(line).find())
                .filter(line -> !PEACE.matcher(line).matches())
                .collect(Collectors.toMap(
                        line -> TIME.matcher(line).replaceFirst(""),
                        line -> line,
                        (first, again) -> first,
                        LinkedHashMap::new));
        return found.values().stream()
                .limit(LINES)
                .map(line -> line.substring(0, Math.min(WIDTH, line.length())))
                .toList();
    }
}
