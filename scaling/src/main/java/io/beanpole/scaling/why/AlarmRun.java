package io.beanpole.scaling.why;

import java.time.Instant;

/**
 * What CloudWatch wrote down of an action that an alarm ran.
 *
 * @param outcome in CloudWatch's words; AWS tells that the action was run, not what the policy decided
 */
public record AlarmRun(Instant at, String outcome) {}
