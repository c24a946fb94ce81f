package io.beanpole.worker.run;

import io.beanpole.worker.WorkerException;

/** This message can't be done now, and nothing was done: deliver it again later. */
public class NotNowException extends WorkerException {
    private static final long serialVersionUID = 1L;

    public NotNowException(String message) {
        super(message);
    }
}
