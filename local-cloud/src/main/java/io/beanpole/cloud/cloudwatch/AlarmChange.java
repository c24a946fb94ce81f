package io.beanpole.cloud.cloudwatch;

import java.time.Instant;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** An alarm before and after an evaluation; both are the same where the state stays. */
record AlarmChange(MetricAlarm before, MetricAlarm now, OptionalDouble value, Instant at) {
    AlarmFiring firing() {
        return new AlarmFiring(
                now.alarmName(),
                now.alarmArn(),
                now.stateValueAsString(),
                now.stateReason(),
                at,
                value,
                now.threshold());
    }
}
