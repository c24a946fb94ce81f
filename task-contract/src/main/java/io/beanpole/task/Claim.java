package io.beanpole.task;

import java.util.UUID;

/** What came of a worker's attempt to take a task. */
public sealed interface Claim {
    /** The task is this worker's. */
    record Taken(Task task, Lease lease) implements Claim {}

    /** The task ended before: the message is a duplicate. */
    record Finished(Task task) implements Claim {}

    /** Another worker's lease is live. */
    record Held(Task task) implements Claim {}

    /** The task moved to another lane or was sent again since: another message stands for it. */
    record Stray(Task task) implements Claim {}

    /** No such task. */
    record Missing(UUID id) implements Claim {}
}
