package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.DeployException;
import org.jspecify.annotations.Nullable;

/** A text that was to be a Dockerrun.aws.json and is no JSON object. */
public final class DockerrunSyntaxException extends DeployException {
    private static final long serialVersionUID = 1L;

    private final int line;

    DockerrunSyntaxException(String message, int line, @Nullable Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** The line that can't be read, from 1. */
    public int line() {
        return line;
    }
}
