package io.beanpole.console.scaling;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.chart.ChartSeries;
import io.beanpole.console.chart.ChartSeries.Axis;
import io.beanpole.console.chart.ChartSeries.Shape;
import io.beanpole.console.chart.Marker;
import io.beanpole.console.chart.Samples;
import io.beanpole.console.chart.Threshold;
import io.beanpole.console.naming.Names;
import io.beanpole.deploy.scaling.ScalingActivity;
import io.beanpole.deploy.scaling.ScalingPicture;
import io.beanpole.deploy.scaling.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes of an environment's scaling what the chart draws. */
final class PictureContent {
    private final ScalingPicture picture;

    private PictureContent(ScalingPicture picture) {
        this.picture = picture;
    }

    static ChartContent of(ScalingPicture picture) {
        return new PictureContent(picture).content();
    }

    private ChartContent content() {
        var series = new ArrayList<ChartSeries>();
        for (var kind :
                List.of(Series.Kind.DEPTH, Series.Kind.IN_FLIGHT, Series.Kind.DESIRED, Series.Kind.IN_SERVICE)) {
            picture.series().stream()
                    .filter(candidate -> candidate.kind() == kind)
                    .findFirst()
                    .ifPresent(found -> series.add(line(found)));
        }
        var hasQueue = series.stream().anyMatch(line -> line.axis() == Axis.LEFT);
        return new ChartContent(
                hasQueue ? "messages" : "",
                "instances",
                series,
                thresholds(),
                picture.alarms().stream()
                        .filter(alarm -> !alarm.isSilenced())
                        .map(alarm -> AlarmBands.of(alarm, picture))
                        .toList(),
                picture.activities().stream().map(PictureContent::marker).toList(),
                picture.period().toMillis() * 5 / 2);
    }

    private static ChartSeries line(Series series) {
        var points = series.points().stream()
                .sorted(Comparator.comparing(Series.Point::at))
                .toList();
        var samples = new Samples(
                points.stream().mapToLong(point -> point.at().toEpochMilli()).toArray(),
                points.stream().mapToDouble(Series.Point::value).toArray());
        var isCount = series.kind() == Series.Kind.DESIRED || series.kind() == Series.Kind.IN_SERVICE;
        return new ChartSeries(
                series.kind().title(),
                isCount ? Axis.RIGHT : Axis.LEFT,
                shape(series.kind()),
                tone(series.kind()),
                samples);
    }

    private static Shape shape(Series.Kind kind) {
        return switch (kind) {
            case DEPTH, IN_FLIGHT, OLDEST -> Shape.LINE;
            case DESIRED -> Shape.BROAD_STEP;
            case IN_SERVICE -> Shape.STEP;
        };
    }

    private static int tone(Series.Kind kind) {
        return switch (kind) {
            case DEPTH -> 0;
            case IN_FLIGHT -> 1;
            case DESIRED -> 2;
            case IN_SERVICE -> 3;
            case OLDEST -> 4;
        };
    }

    /** A level is drawn only where it means messages: an alarm on CPU or age has another unit. */
    private List<Threshold> thresholds() {
        return picture.alarms().stream()
                .filter(alarm -> countsMessages(alarm.metric()))
                .map(alarm -> new Threshold(
                        Names.logical(alarm.name()) + " " + AlarmText.condition(alarm), alarm.threshold()))
                .toList();
    }

    /** Expressions, {@code visible + inFlight} for instance, are the queue's: no other metrics are added up here. */
    private static boolean countsMessages(String metric) {
        return metric.contains("NumberOfMessages") || metric.contains("+");
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
}
