package io.beanpole.task.kind;

import java.util.UUID;

/** The parameters of a task that works on a clip. */
public sealed interface ClipInput extends TaskInput permits TrimInput, JoinInput, PosterInput {
    /** The clip to work on. */
    UUID upload();
}
