package io.beanpole.scaling.why;

import java.time.Instant;

/** A queue by its attributes, which tell within seconds what the metrics tell later. */
public record QueueSnapshot(Instant read, long waiting, long inFlight) {}
