package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How times, numbers, metrics and conditions are put into words.
 *
 * @param asked the moment that is asked about
 */
record Wording(ZoneId zone, Instant asked) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The time of day, with its date when that isn't the day of the moment asked about. */
    String time(Instant at) {
        ZonedDateTime time = at.atZone(zone);
        boolean isThatDay = time.toLocalDate().equals(asked.atZone(zone).toLocalDate());
        return (isThatDay ? TIME : DAY_AND_TIME).format(time);
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    /** "ApproximateNumberOfMessagesVisible (Maximum over 60 s)", or the expression with its metrics. */
    static String metric(WatchedMetric metric) {
        MetricTerm result = metric.result();
        if (result.source() != null) {
            return result.source().name() + " (" + result.statistic() + " over " + seconds(metric.period()) + ")";
        }
        String of = metric.terms().stream()
                .filter(each -> each.source() != null)
                .map(each -> each.id() + " = "
                        + Objects.requireNonNull(each.source()).name())
                .collect(Collectors.joining(", "));
        return result.expression() + " (" + of + ", over " + seconds(metric.period()) + ")";
    }

    /** "10 or more", "below 5". */
    static String limit(AlarmRule rule) {
        String number = number(rule.threshold());
        return switch (rule.comparison()) {
            case GREATER_OR_EQUAL -> number + " or more";
            case GREATER -> "more than " + number;
            case LESS -> "less than " + number;
            case LESS_OR_EQUAL -> number + " or less";
        };
    }

    static String instances(long count) {
        return count + (count == 1 ? " instance" : " instances");
    }

    static String messages(double count) {
        return number(count) + (count == 1 ? " message waits" : " messages wait");
    }
}
