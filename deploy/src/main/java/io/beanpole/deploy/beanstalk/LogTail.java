package io.beanpole.deploy.beanstalk;

import java.time.Instant;

/**
 * The end of all logs of one instance.
 *
 * @param takenAt when the instance collected it
 * @param text the last hundred lines of each log, below its path between two rules
 */
public record LogTail(String instance, Instant takenAt, String text) {}
