package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.ScalingPicture;
import io.beanpole.deploy.scaling.Series;
import io.beanpole.deploy.scaling.Series.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** An environment's scaling as lines of text: what there is, what it did and why. */
record ScalingReport(ScalingPicture picture) {
    private static final int MOST_ACTIVITIES = 10;
    private static final int MOST_ROWS = 20;

    List<String> lines() {
        var lines = new ArrayList<String>();
        var group = picture.group();
        lines.add(picture.environmentName() + ", " + Times.local(picture.from()) + " to " + Times.local(picture.to()));
        if (!group.name().isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "group %s: %d in service, %d desired, %d to %d, %d protected from scale-in",
                    group.name(),
                    group.inService(),
                    group.desired(),
                    group.minimum(),
                    group.maximum(),
                    group.protectedInstances()));
        }
        lines.addAll(picture.remarks());
        policies(lines);
        alarms(lines);
        activities(lines);
        overTime(lines);
        return lines;
    }

    private void policies(List<String> lines) {
        title(lines, "POLICIES", picture.policies().isEmpty());
        for (var policy : picture.policies()) {
            var kind =
                    policy.adjustmentType().isEmpty() ? policy.type() : policy.type() + ", " + policy.adjustmentType();
            lines.add("  " + policy.name() + " (" + kind + ")");
            policy.steps().forEach(step -> lines.add("    " + step));
            if (!policy.alarms().isEmpty()) {
                lines.add("    run by " + String.join(", ", policy.alarms()));
            }
        }
    }

    private void alarms(List<String> lines) {
        title(lines, "ALARMS", picture.alarms().isEmpty());
        for (var alarm : picture.alarms()) {
            lines.add("  " + alarm.name() + ": " + alarm.state() + " since " + Times.local(alarm.since()));
            lines.add("    " + alarm.condition() + ", missing data: " + alarm.missingData());
            if (!alarm.reason().isEmpty()) {
                lines.add("    " + alarm.reason());
            }
        }
    }

    private void activities(List<String> lines) {
        title(lines, "ACTIVITIES, newest first", picture.activities().isEmpty());
        picture.activities().stream().limit(MOST_ACTIVITIES).forEach(activity -> {
            lines.add("  " + Times.local(activity.startedAt()) + "  " + activity.status() + "  "
                    + activity.description());
            lines.add("    " + activity.cause());
        });
        var more = picture.activities().size() - MOST_ACTIVITIES;
        if (more > 0) {
            lines.add("  and " + more + " more (--json has all)");
        }
    }

    /** The stretch in rows of equal length, each with its highest value, which is what alarms look at. */
    private void overTime(List<String> lines) {
        var isEmpty =
                picture.series().stream().allMatch(series -> series.points().isEmpty());
        title(lines, "OVER TIME, highest value of each row", isEmpty);
        if (isEmpty) {
            return;
        }
        var table = new Columns("TIME", "DEPTH", "IN FLIGHT", "OLDEST", "DESIRED", "IN SERVICE");
        var first = first();
        var rowLength = rowLength(Duration.between(first, picture.to()));
        for (var at = first; at.isBefore(picture.to()); at = at.plus(rowLength)) {
            var end = at.plus(rowLength);
            table.row(
                    Times.local(at),
                    highest(Kind.DEPTH, at, end),
                    highest(Kind.IN_FLIGHT, at, end),
                    highest(Kind.OLDEST, at, end),
                    highest(Kind.DESIRED, at, end),
                    highest(Kind.IN_SERVICE, at, end));
        }
        table.lines().forEach(line -> lines.add("  " + line));
    }

    private Instant first() {
        return picture.series().stream()
                .flatMap(series -> series.points().stream())
                .map(Series.Point::at)
                .min(Instant::compareTo)
                .orElse(picture.from());
    }

    /** Whole periods, so that each row has the same number of points. */
    private Duration rowLength(Duration whole) {
        var periods = Math.max(1, whole.dividedBy(picture.period()));
        return picture.period().multipliedBy(Math.max(1, (periods + MOST_ROWS - 1) / MOST_ROWS));
    }

    private String highest(Kind kind, Instant from, Instant to) {
        OptionalDouble highest = picture.series().stream()
                .filter(series -> series.kind() == kind)
                .flatMap(series -> series.points().stream())
                .filter(point -> !point.at().isBefore(from) && point.at().isBefore(to))
                .mapToDouble(Series.Point::value)
                .max();
        if (highest.isEmpty()) {
            return "-";
        }
        return Math.round(highest.getAsDouble()) + (kind == Kind.OLDEST ? " s" : "");
    }

    private static void title(List<String> lines, String title, boolean isEmpty) {
        lines.add("");
        lines.add(isEmpty ? title + ": none" : title);
    }
}
