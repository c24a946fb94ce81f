package io.beanpole.deploy.alarm;

import java.time.Instant;

/**
 * Somebody looks after a raised alarm.
 *
 * @param by as they call themselves
 * @param note what they do about it; may be empty
 * @param until when others shall look again if it still stands
 * @param raisedAt which raise is meant: a new one is nobody's yet
 */
public record Acknowledgement(String by, String note, Instant at, Instant until, Instant raisedAt) {}
