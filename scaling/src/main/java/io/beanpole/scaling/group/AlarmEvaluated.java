package io.beanpole.scaling.group;

import io.beanpole.scaling.alarm.AlarmDecision;
import java.time.Instant;

/** An alarm looked at its metric. */
public record AlarmEvaluated(Instant at, String alarm, AlarmDecision decision) implements DecisionRecord {
    @Override
    public String subject() {
        return alarm;
    }

    @Override
    public String rule() {
        return decision.decidedBy().name();
    }

    @Override
    public String why() {
        return "Alarm " + alarm + ": " + decision.why();
    }

    @Override
    public boolean changes() {
        return decision.changes();
    }
}
