package io.beanpole.worker.kind;

import io.beanpole.task.kind.TaskInput;

/** Does one kind of task. A new kind is one class that implements this, found by Spring. */
public interface TaskHandler<I extends TaskInput> {
    /** The input that this handler takes; each kind has one of its own. */
    Class<I> inputType();

    /**
     * Makes the result. Runs in a thread that is interrupted when the work is no longer wanted.
     *
     * @throws io.beanpole.worker.PermanentTaskException with a sentence for the owner, when no other try can succeed
     */
    Product handle(I input, Assignment assignment);
}
