package io.beanpole.cloud.cloudwatch;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * An alarm's reason to run an action.
 *
 * @param state OK, ALARM or INSUFFICIENT_DATA
 * @param value the newest datapoint that was evaluated; empty when data was missing
 */
public record AlarmFiring(
        String alarmName,
        String alarmArn,
        String state,
        String reason,
        Instant at,
        OptionalDouble value,
        double threshold) {}
