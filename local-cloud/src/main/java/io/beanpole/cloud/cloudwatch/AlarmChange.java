package io.beanpole.cloud.cloudwatch;

import java.time.Instant;
import java.util.OptionalDouble;

/** An alarm before and after an evaluation; both are the same where the state stays. */
record AlarmChange(Alarm before, Alarm now, OptionalDouble value, Instant at) {
    AlarmFiring firing() {
        return new AlarmFiring(
                now.name(),
                now.arn(),
                now.condition().state().name(),
                now.condition().reason(),
                at,
                value,
                now.threshold());
    }
}
