package io.beanpole.deploy.log;

import io.beanpole.deploy.beanstalk.LogTail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tails of instances, taken again and again, joined to one log in the order of time. A tail is the last hundred lines of
 * a log, so each repeats a part of the one before: only what follows that part is new. Belongs to one thread.
 */
public final class JoinedTails {
    /** Instances come and go; the logs of so many are known, those that were read last. */
    private static final int MOST_LOGS = 2_000;

    /** The one that was read longest ago stands first. */
    private final Map<String, List<String>> last = new LinkedHashMap<>(16, 0.75f, true);

    /** The lines of these tails that were not in the tails before, in the order of time. */
    public List<LogLine> join(List<LogTail> tails) {
        var fresh = new ArrayList<LogLine>();
        for (var tail : tails) {
            var oldest = oldest(tail);
            LogSections.of(tail.text()).forEach((file, lines) -> {
                var before = last.put(tail.instance() + file, lines);
                fresh.addAll(
                        before == null
                                ? timed(tail, file, lines, oldest)
                                : timed(tail, file, following(before, lines), tail.takenAt()));
            });
        }
        forget();
        fresh.sort(Comparator.comparing(LogLine::at));
        return fresh;
    }

    private void forget() {
        var eldest = last.keySet().iterator();
        for (int tooMany = last.size() - MOST_LOGS; tooMany > 0; tooMany--) {
            eldest.next();
            eldest.remove();
        }
    }

    /** What follows in {@code now} after its beginning that {@code before} ends with; all of it where nothing fits. */
    static List<String> following(List<String> before, List<String> now) {
        for (int from = 0; from < before.size(); from++) {
            var length = before.size() - from;
            if (length <= now.size() && before.subList(from, before.size()).equals(now.subList(0, length))) {
                return now.subList(length, now.size());
            }
        }
        return now;
    }

    /**
     * A line without a time, of a stack trace for instance, belongs to the line before it.
     *
     * @param first when lines were written of which nobody says it
     */
    private static List<LogLine> timed(LogTail tail, String file, List<String> lines, Instant first) {
        var timed = new ArrayList<LogLine>();
        var own = lines.stream().flatMap(line -> LogTimes.of(line).stream()).findFirst();
        var isTimed = own.isPresent();
        Instant at = own.orElse(first);
        for (var line : lines) {
            at = LogTimes.of(line).orElse(at);
            timed.add(new LogLine(tail.instance(), file, at, isTimed, line));
        }
        return timed;
    }

    /**
     * What was there when a log was first seen may be old: it is taken to be as old as the oldest line around it, so that
     * it doesn't stand among the newest.
     */
    private static Instant oldest(LogTail tail) {
        return tail.text()
                .lines()
                .flatMap(line -> LogTimes.of(line).stream())
                .min(Instant::compareTo)
                .orElse(tail.takenAt());
    }
}
