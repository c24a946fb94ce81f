package io.beanpole.deploy.fleet;

import java.time.Instant;

/**
 * The last time that an environment got a version, as its events tell.
 *
 * @param at when it began
 * @param version the label; empty where the events don't name it
 */
public record LastDeployment(Instant at, String version, Outcome outcome) {
    /** How it went. */
    public enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    LastDeployment with(Outcome newer) {
        return new LastDeployment(at, version, newer);
    }

    LastDeployment of(String label) {
        return new LastDeployment(at, label, outcome);
    }
}
