package io.beanpole.worker.clip;

import io.beanpole.task.kind.ClipInput;
import io.beanpole.worker.ffmpeg.Progress;
import io.beanpole.worker.kind.Assignment;
import io.beanpole.worker.kind.Product;
import io.beanpole.worker.kind.TaskHandler;

/** Does one kind of task on a clip: fetches and checks the clip first, which all of them need. */
abstract class ClipHandler<I extends ClipInput> implements TaskHandler<I> {
    private final Clips clips;

    ClipHandler(Clips clips) {
        this.clips = clips;
    }

    @Override
    public final Product handle(I input, Assignment assignment) {
        Clip clip = clips.fetch(assignment.task().owner(), input.upload(), assignment.directory());
        return handle(input, clip, assignment.progress());
    }

    /** Makes the result from the clip. */
    abstract Product handle(I input, Clip clip, Progress progress);
}
