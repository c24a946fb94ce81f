package io.beanpole.deploy.scaling;

import java.time.Instant;

/** An alarm's change of state, from its history. */
public record AlarmTransition(String alarmName, Instant at, String from, String to, String reason) {}
