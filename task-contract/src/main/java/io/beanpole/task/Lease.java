package io.beanpole.task;

import java.util.UUID;

/**
 * A worker's right to finish one attempt; every write of a worker names it, so a worker that lost it changes nothing.
 *
 * @param attempt 1 for the first
 */
public record Lease(UUID taskId, UUID token, int attempt) {}
