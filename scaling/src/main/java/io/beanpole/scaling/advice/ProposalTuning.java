package io.beanpole.scaling.advice;

import java.time.Duration;

/**
 * The freedom that a proposal has beside its target.
 *
 * @param headroom instances per instance that the arrival rate needs; above 1
 * @param catchUp in what time the tasks that wait should be begun
 * @param hold for how long an instance stays that was needed; whole minutes
 */
record ProposalTuning(double headroom, Duration catchUp, Duration hold) {}
