package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import java.time.Duration;

/**
 * How letters are sent back.
 *
 * @param run marks what this run sent, so that what comes back is known
 * @param perSecond the most letters a second, 1 to 500
 * @param failureRate from which share of failures on the run stops itself, 0 to 1
 * @param probe how many letters go first; the others wait until their fate is known
 * @param watch how long at most the fate of what was sent is waited for, after the probe and at the end
 */
public record RedrivePlan(String run, int perSecond, double failureRate, int probe, Duration watch) {
    /** So many failures are none yet: one bad letter is no reason to stop. */
    static final int FEWEST_FAILURES = 3;

    public RedrivePlan {
        rate(perSecond);
        if (failureRate < 0 || failureRate > 1) {
            throw new DeployException(
                    "A failure rate of " + failureRate + " is not possible.", "Give 0 to 1; 0.1 is one in ten.");
        }
    }

    /** The same plan with another time that the fate of letters is waited for. */
    public RedrivePlan watching(Duration time) {
        return new RedrivePlan(run, perSecond, failureRate, probe, time);
    }

    /** The rate, if it is possible. */
    static int rate(int perSecond) {
        if (perSecond < 1 || perSecond > 500) {
            throw new DeployException(
                    "A rate of " + perSecond + " messages a second is not possible.", "Give 1 to 500.");
        }
        return perSecond;
    }

    /** Whether so many failures are too many. */
    boolean isTooMany(int failed, int sent) {
        return failed >= FEWEST_FAILURES && failed > failureRate * sent;
    }
}
