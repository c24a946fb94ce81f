package io.beanpole.deploy.alarm;

import java.time.Instant;

/**
 * An alarm isn't to be heard for a while, however often it is raised.
 *
 * @param by as they call themselves
 * @param note why; may be empty
 */
public record Mute(String by, String note, Instant at, Instant until) {}
