package io.beanpole.task;

/** What came of the wish to have a task in another lane. */
public sealed interface LaneMove {
    /** It is in the lane that was asked for: since now, or since before. */
    record Done(Task task, boolean isNews) implements LaneMove {}

    /** It has begun or ended, so there is nothing left that could wait elsewhere. */
    record TooLate(Task task) implements LaneMove {}

    /** It changed since its owner read it, or again and again while it was to be moved. */
    record Changed(Task task) implements LaneMove {}

    /** The owner has no such task. */
    record Missing() implements LaneMove {}
}
