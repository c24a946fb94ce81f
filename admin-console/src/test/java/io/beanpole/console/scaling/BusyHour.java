package io.beanpole.console.scaling;

import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.scaling.AlarmTransition;
import io.beanpole.deploy.scaling.GroupState;
import io.beanpole.deploy.scaling.PolicySummary;
import io.beanpole.deploy.scaling.ScalingActivity;
import io.beanpole.deploy.scaling.ScalingPicture;
import io.beanpole.deploy.scaling.Series;
import io.beanpole.deploy.scaling.Series.Kind;
import io.beanpole.scaling.why.DeploymentSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** An hour in which a flood of tasks came, two instances were added, and the flood was drained again. */
public final class BusyHour {
    private static final String HIGH = "awseb-e-standard01-stack-QueueDepthAlarmHigh-A1B2C3D4E5";
    private static final String LOW = "awseb-e-standard01-stack-QueueDepthAlarmLow-F6G7H8I9J0";

    private final Instant to;
    private final String environment;

    private BusyHour(Instant to, String environment) {
        this.to = to;
        this.environment = environment;
    }

    /** As it looked at a time. */
    public static ScalingPicture at(Instant to, String environment) {
        return new BusyHour(to, environment).picture();
    }

    private ScalingPicture picture() {
        return new ScalingPicture(
                environment,
                to.minus(Duration.ofHours(1)),
                to,
                Duration.ofSeconds(10),
                List.of(
                        series(Kind.DEPTH, BusyHour::depth),
                        series(Kind.IN_FLIGHT, minute -> Math.min(10.0 * inService(minute), depth(minute))),
                        series(Kind.OLDEST, minute -> depth(minute) / 3),
                        series(Kind.DESIRED, BusyHour::desired),
                        series(Kind.IN_SERVICE, BusyHour::inService),
                        minutely(Kind.SENT, minute -> minute > 38 && minute < 46 ? 55 + 4 * Math.sin(minute) : 1),
                        minutely(Kind.DELETED, minute -> minute > 9 && minute < 47 ? 10 * inService(minute) : 1)),
                new GroupState("awseb-e-standard01-stack-AWSEBAutoScalingGroup-K1L2M3N4", 1, 4, 3, 3, 1),
                List.of(
                        alarm(HIGH, "OK", ago(17), "ApproximateNumberOfMessagesVisible", ">=", 20),
                        alarm(LOW, "ALARM", ago(9), "visible + inFlight", "<=", 0)),
                List.of(
                        new AlarmTransition(HIGH, ago(44), "OK", "ALARM", "Threshold Crossed"),
                        new AlarmTransition(HIGH, ago(17), "ALARM", "OK", "Threshold Crossed"),
                        new AlarmTransition(LOW, ago(46), "ALARM", "OK", "Threshold Crossed"),
                        new AlarmTransition(LOW, ago(9), "OK", "ALARM", "Threshold Crossed")),
                List.of(new PolicySummary(
                        "QueueDepthScaleUpPolicy", "StepScaling", "ChangeInCapacity", List.of("+1"), List.of(HIGH))),
                List.of(
                        ending("i-0c5f3a9e1b7d248f2", 8),
                        starting("i-0c5f3a9e1b7d248f2", 40, "2 to 3"),
                        starting("i-0c5f3a9e1b7d248f1", 43, "1 to 2")),
                List.of(new DeploymentSpan(ago(56), ago(52), "the deployment of version 1.4.2")),
                List.of());
    }

    /** By minutes before the end. */
    private static double depth(int minutesAgo) {
        if (minutesAgo > 46 || minutesAgo < 10) {
            return minutesAgo % 7 == 3 ? 1 : 0;
        }
        var peak = 38;
        var share = minutesAgo > peak ? (46.0 - minutesAgo) / (46 - peak) : (minutesAgo - 10.0) / (peak - 10);
        return Math.round(418 * share + 9 * Math.sin(minutesAgo * 2.1) * share);
    }

    private static double desired(int minutesAgo) {
        return minutesAgo > 43 ? 1 : minutesAgo > 40 ? 2 : minutesAgo > 8 ? 3 : 2;
    }

    private static double inService(int minutesAgo) {
        return minutesAgo > 42 ? 1 : minutesAgo > 39 ? 2 : minutesAgo > 7 ? 3 : 2;
    }

    /** Every ten seconds, but for four minutes in which nothing was measured. */
    private Series series(Kind kind, IntToDoubleFunction value) {
        var points = new ArrayList<Series.Point>();
        for (var step = 360; step >= 1; step--) {
            var minute = step / 6;
            if (minute < 51 || minute > 54) {
                var next = value.applyAsDouble(Math.max(0, minute - 1));
                var here = value.applyAsDouble(minute);
                var isCount = kind == Kind.DESIRED || kind == Kind.IN_SERVICE;
                var between = isCount ? here : here + (next - here) * (1 - step % 6 / 6.0);
                points.add(new Series.Point(to.minusSeconds(step * 10L), Math.round(between)));
            }
        }
        return new Series(kind, points);
    }

    private Series minutely(Kind kind, IntToDoubleFunction value) {
        return new Series(
                kind,
                IntStream.rangeClosed(1, 60)
                        .map(step -> 61 - step)
                        .mapToObj(minute ->
                                new Series.Point(ago(minute), Math.max(0, Math.round(value.applyAsDouble(minute)))))
                        .toList());
    }

    private static AlarmSummary alarm(
            String name, String state, Instant since, String metric, String comparison, double threshold) {
        var up = name.equals(HIGH);
        return new AlarmSummary(
                name,
                state,
                "Threshold Crossed: 1 datapoint [" + (up ? "418.0" : "0.0") + "] was " + (up ? "greater" : "less")
                        + " than or equal to the threshold (" + threshold + ").",
                since,
                metric,
                comparison,
                threshold,
                Duration.ofMinutes(1),
                1,
                up ? 1 : 3,
                "notBreaching",
                List.of("awseb-e-standard01-stack-" + (up ? "QueueDepthScaleUpPolicy" : "QueueDepthScaleDownPolicy")
                        + "-Z9Y8X7W6V5"));
    }

    private ScalingActivity starting(String instance, int minutesAgo, String change) {
        return new ScalingActivity(
                "launch-" + instance,
                ago(minutesAgo),
                Optional.of(ago(minutesAgo).plusSeconds(48)),
                "Successful",
                "Launching a new EC2 instance: " + instance,
                "At " + ago(minutesAgo) + " a monitor alarm " + HIGH
                        + " in state ALARM triggered policy QueueDepthScaleUpPolicy changing the desired capacity from "
                        + change + ".");
    }

    private ScalingActivity ending(String instance, int minutesAgo) {
        return new ScalingActivity(
                "end-" + instance,
                ago(minutesAgo),
                Optional.empty(),
                "InProgress",
                "Terminating EC2 instance: " + instance,
                "At " + ago(minutesAgo) + " a monitor alarm " + LOW
                        + " in state ALARM triggered policy QueueDepthScaleDownPolicy changing the desired capacity from"
                        + " 3 to 2.");
    }

    private Instant ago(long minutes) {
        return to.minus(Duration.ofMinutes(minutes));
    }
}
