package io.beanpole.console.scaling;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.ChartSeries;
import io.beanpole.console.chart.ChartSeries.Axis;
import io.beanpole.console.chart.ChartSeries.Shape;
import io.beanpole.console.chart.ChartUnits;
import io.beanpole.console.chart.Marker;
import io.beanpole.console.chart.Samples;
import io.beanpole.console.chart.Threshold;
import io.beanpole.console.control.Wording;
import io.beanpole.console.naming.Names;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.ScalingActivity;
import io.beanpole.deploy.scaling.ScalingPicture;
import io.beanpole.deploy.scaling.Series;
import io.beanpole.deploy.scaling.Series.Kind;
import io.beanpole.scaling.why.DeploymentSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of an environment's scaling what the chart draws. */
final class PictureContent {
    private static final List<Kind> ORDER = List.of(
            Kind.DEPTH,
            Kind.IN_FLIGHT,
            Kind.DESIRED,
            Kind.IN_SERVICE,
            Kind.PROTECTED,
            Kind.SENT,
            Kind.DELETED,
            Kind.OLDEST);

    private final ScalingPicture picture;

    private PictureContent(ScalingPicture picture) {
        this.picture = picture;
    }

    static ChartContent of(ScalingPicture picture) {
        return new PictureContent(picture).content();
    }

    private ChartContent content() {
        var series = new ArrayList<ChartSeries>();
        for (var kind : ORDER) {
            picture.series().stream()
                    .filter(candidate -> candidate.kind() == kind)
                    // Not every application tells what it protects, and then there is nothing to show or hide.
                    .filter(candidate ->
                            kind != Kind.PROTECTED || !candidate.points().isEmpty())
                    .findFirst()
                    .ifPresent(found -> series.add(line(found)));
        }
        var hasQueue = series.stream().anyMatch(line -> line.axis() == Axis.LEFT);
        return new ChartContent(
                hasQueue
                        ? new ChartUnits(
                                Words.of("scaling.unit.messages"),
                                Words.of("scaling.unit.instances"),
                                Words.of("scaling.unit.rate"),
                                Words.of("scaling.unit.age"))
                        : ChartUnits.of("", Words.of("scaling.unit.instances")),
                series,
                picture.alarms().stream()
                        .flatMap(alarm -> threshold(alarm).stream())
                        .toList(),
                picture.alarms().stream()
                        .filter(alarm -> !alarm.isSilenced())
                        .map(alarm -> AlarmBands.of(alarm, picture))
                        .toList(),
                Stream.concat(
                                picture.activities().stream().map(PictureContent::marker),
                                picture.deployments().stream().map(PictureContent::marker))
                        .toList());
    }

    private ChartSeries line(Series series) {
        var points = series.points().stream()
                .sorted(Comparator.comparing(Series.Point::at))
                .toList();
        var samples = new Samples(
                points.stream().mapToLong(point -> point.at().toEpochMilli()).toArray(),
                points.stream().mapToDouble(Series.Point::value).toArray());
        return new ChartSeries(
                Words.of("scaling.series." + series.kind().name().toLowerCase(Locale.ROOT)),
                axis(series.kind()),
                shape(series.kind()),
                ORDER.indexOf(series.kind()),
                samples,
                series.periodWithin(picture.period()).toMillis() * 5 / 2);
    }

    private static Axis axis(Kind kind) {
        return switch (kind) {
            case DEPTH, IN_FLIGHT -> Axis.LEFT;
            case DESIRED, IN_SERVICE, PROTECTED -> Axis.RIGHT;
            case SENT, DELETED -> Axis.LOWER_LEFT;
            case OLDEST -> Axis.LOWER_RIGHT;
        };
    }

    private static Shape shape(Kind kind) {
        return switch (kind) {
            case DEPTH, IN_FLIGHT, OLDEST, SENT -> Shape.LINE;
            case DELETED -> Shape.DASHED_LINE;
            case DESIRED -> Shape.BROAD_STEP;
            case IN_SERVICE -> Shape.STEP;
            case PROTECTED -> Shape.DASHED_STEP;
        };
    }

    /** A level is drawn only where its axis means what it counts: an alarm on CPU has another unit. */
    private static Optional<Threshold> threshold(AlarmSummary alarm) {
        var label = Names.logical(alarm.name()) + " " + AlarmText.condition(alarm);
        if (alarm.metric().contains("AgeOfOldest")) {
            return Optional.of(new Threshold(label, Axis.LOWER_RIGHT, alarm.threshold()));
        }
        return countsMessages(alarm.metric())
                ? Optional.of(new Threshold(label, Axis.LEFT, alarm.threshold()))
                : Optional.empty();
    }

    /** Expressions, {@code visible + inFlight} for instance, are the queue's: no other metrics are added up here. */
    private static boolean countsMessages(String metric) {
        return metric.contains("ApproximateNumberOfMessages") || metric.matches("\\s*\\w+(\\s*\\+\\s*\\w+)+\\s*");
    }

    private static Marker marker(ScalingActivity activity) {
        var description = activity.description().toLowerCase(Locale.ROOT);
        var kind = description.startsWith("launching")
                ? Marker.Kind.MORE
                : description.startsWith("terminating") ? Marker.Kind.FEWER : Marker.Kind.OTHER;
        return new Marker(
                activity.startedAt().toEpochMilli(),
                kind,
                activity.description() + " (" + activity.status() + "). " + Names.shortened(activity.cause()));
    }

    private static Marker marker(DeploymentSpan span) {
        var end = span.to();
        var text = end == null
                ? Words.of("scaling.marker.deploying", span.what())
                : Words.of(
                        "scaling.marker.deployed", span.what(), Wording.duration(Duration.between(span.from(), end)));
        return new Marker(span.from().toEpochMilli(), Marker.Kind.DEPLOYMENT, text);
    }
}
