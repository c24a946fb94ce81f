package io.beanpole.deploy;

/** Somebody ended a wait; what was waited for may come about all the same. */
public final class WaitInterruptedException extends DeployException {
    private static final long serialVersionUID = 1L;

    WaitInterruptedException(String message, InterruptedException cause) {
        super(message, cause);
    }
}
