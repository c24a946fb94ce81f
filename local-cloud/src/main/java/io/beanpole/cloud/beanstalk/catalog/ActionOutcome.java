package io.beanpole.cloud.beanstalk.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * How an operation ended.
 *
 * @param hasFailed whether one of its events is an error
 * @param finished when its last event was; empty when its events are gone
 */
public record ActionOutcome(boolean hasFailed, Optional<Instant> finished) {}
