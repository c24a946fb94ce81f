package io.beanpole.deploy.plan;

import java.time.Instant;

/** An event of an environment. */
public record EventFact(String environment, Instant at, String message) {}
