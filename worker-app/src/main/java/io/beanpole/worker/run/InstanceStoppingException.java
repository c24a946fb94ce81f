package io.beanpole.worker.run;

/** This instance is going away and takes no more work. */
final class InstanceStoppingException extends NotNowException {
    private static final long serialVersionUID = 1L;

    InstanceStoppingException() {
        super("This instance is stopping; deliver the message again.");
    }
}
