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
        List<String> actions) {}
