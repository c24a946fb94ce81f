package io.beanpole.deploy.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A CloudWatch alarm as a person reads it.
 *
 * @param state OK, ALARM or INSUFFICIENT_DATA
 * @param reason CloudWatch's StateReason
 * @param metric the metric's name, or the expression of a metric-math alarm
 * @param comparison as a sign: {@code >=}, {@code >}, {@code <}, {@code <=}
 * @param datapointsToAlarm M of the M of N
 * @param evaluationPeriods N
 * @param actions names of the policies that it runs in ALARM
 */
public record AlarmSummary(
        String name,
        String state,
        String reason,
        Instant since,
        String metric,
        String comparison,
        double threshold,
        Duration period,
        int datapointsToAlarm,
        int evaluationPeriods,
        String missingData,
        List<String> actions) {
    /** Whether someone should look. An alarm that only shrinks an idle lane is in ALARM most of the time: that's quiet. */
    public boolean isRaised() {
        return state.equals("ALARM") && (isForMore() || isSilenced());
    }

    /** Whether it goes off above its threshold, not below. */
    public boolean isForMore() {
        return !comparison.startsWith("<");
    }

    /** Whether it runs anything; Elastic Beanstalk's own triggers mostly don't where a queue decides. */
    public boolean isSilenced() {
        return actions.isEmpty();
    }

    /** What it waits for: {@code depth >= 20, 1 of 1 x 60 s}. */
    public String condition() {
        var limit = threshold == Math.rint(threshold) ? String.valueOf((long) threshold) : String.valueOf(threshold);
        return metric + " " + comparison + " " + limit + ", " + datapointsToAlarm + " of " + evaluationPeriods + " x "
                + period.toSeconds() + " s";
    }
}
