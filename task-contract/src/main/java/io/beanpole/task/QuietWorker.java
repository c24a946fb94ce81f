package io.beanpole.task;

import java.time.Duration;

/**
 * A worker instance that nothing was heard of for a while, or that has had no work.
 *
 * @param isSilent it doesn't beat any more; otherwise it beats and is idle
 * @param quietFor since when, to the second
 */
public record QuietWorker(String instance, String lane, boolean isSilent, Duration quietFor) {}
