package io.beanpole.deploy.dockerrun;

/**
 * Something in a Dockerrun.aws.json that won't work or isn't wise.
 *
 * @param place the field's JSON pointer, {@code /containerDefinitions/0/memory} for instance; empty for the whole file
 * @param line on which the place stands, from 1
 * @param message what is wrong and what comes of it
 * @param repair what to do
 */
public record DockerrunFinding(Severity severity, String place, int line, String message, String repair) {
    /** Whether it keeps the deployment from working. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** How bad it is. */
    public enum Severity {
        /** Elastic Beanstalk or ECS will refuse it, or nothing will reach the container. */
        ERROR,
        /** It works, but not for ever or not as one thinks. */
        WARNING,
        /** It couldn't be looked at from here, so it is neither right nor wrong. */
        NOTE
    }
}
