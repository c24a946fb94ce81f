package io.beanpole.scaling.why;

import io.beanpole.scaling.alarm.AlarmState;
import java.time.Instant;

/** A change of an alarm's state, from its history. */
public record AlarmTurn(Instant at, AlarmState from, AlarmState to, String reason) {}
