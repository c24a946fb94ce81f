package io.beanpole.scaling;

/** The root of what goes wrong here: a rule that can't be, told in a sentence. */
public class ScalingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScalingException(String message) {
        super(message);
    }
}
