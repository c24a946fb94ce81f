package io.beanpole.console.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The labelled times of an axis: round in local time, and no more than fit. */
final class TimeTicks {
    private static final List<Duration> STEPS = Stream.concat(
                    Stream.of(5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200)
                            .map(Duration::ofSeconds),
                    Stream.of(1, 2, 7, 14, 28).map(Duration::ofDays))
            .toList();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private TimeTicks() {}

    /** At most so many ticks of a stretch of time. */
    static List<Tick> of(Viewport view, int most, ZoneId zone) {
        var step = STEPS.stream()
                .filter(candidate -> view.span() / candidate.toMillis() < most)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        var ticks = new ArrayList<Tick>();
        var at = firstAtOrAfter(view.from(), step, zone);
        var last = LocalDateTime.ofInstant(Instant.ofEpochMilli(view.to()), zone);
        for (; !at.isAfter(last); at = at.plus(step)) {
            var time = at.atZone(zone).toInstant().toEpochMilli();
            if (view.contains(time)) {
                ticks.add(new Tick(time, label(at, step)));
            }
        }
        return ticks;
    }

    /** Counted from midnight, so that steps are round on the clock on the wall whatever its zone. */
    private static LocalDateTime firstAtOrAfter(long from, Duration step, ZoneId zone) {
        var local = LocalDateTime.ofInstant(Instant.ofEpochMilli(from), zone);
        var midnight = local.toLocalDate().atStartOfDay();
        if (step.compareTo(Duration.ofDays(1)) > 0) {
            midnight = midnight.minusDays(local.toLocalDate().toEpochDay() % step.toDays());
        }
        var steps = Duration.between(midnight, local).dividedBy(step);
        var at = midnight.plus(step.multipliedBy(steps));
        return at.isBefore(local) ? at.plus(step) : at;
    }

    private static String label(LocalDateTime at, Duration step) {
        if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return DAY.format(at);
        }
        return (step.toSeconds() % 60 == 0 ? MINUTES : SECONDS).format(at);
    }

    /** A time with its label. */
    record Tick(long time, String label) {}
}
