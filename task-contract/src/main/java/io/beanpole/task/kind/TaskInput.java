package io.beanpole.task.kind;

import java.util.UUID;

/** The parameters of one kind of task; a record that refuses what can't be meant. */
public sealed interface TaskInput permits TrimInput, JoinInput, PosterInput {
    /** The clip to work on. */
    UUID upload();
}
