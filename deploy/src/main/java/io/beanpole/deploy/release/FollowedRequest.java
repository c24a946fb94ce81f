package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.DeploymentWatch;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Standing;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to one environment, followed until it can be judged and the environment has come to rest: a failed
 * deployment is over only then, because whatever comes next needs an environment that is Ready.
 */
final class FollowedRequest {
    private final ReleaseParts parts;
    private final DeploymentListener listener;
    private final DeploymentWatch watch;
    private Standing told = new Standing(0, 0, List.of());
    private @Nullable Instant atRestSince;

    private FollowedRequest(
            ReleaseParts parts,
            EnvironmentState environment,
            @Nullable String versionLabel,
            DeploymentListener listener) {
        this.parts = parts;
        this.listener = listener;
        watch = new DeploymentWatch(parts.feed(), environment, versionLabel, listener::event);
    }

    /** A request that is about to be made, whose events are news. */
    static FollowedRequest fromNow(
            ReleaseParts parts, EnvironmentState environment, String versionLabel, DeploymentListener listener) {
        var followed = new FollowedRequest(parts, environment, versionLabel, listener);
        followed.watch.fromNow();
        return followed;
    }

    /** A request that was made, by whomever. */
    static FollowedRequest since(
            ReleaseParts parts,
            EnvironmentState environment,
            @Nullable String versionLabel,
            Instant request,
            DeploymentListener listener) {
        var followed = new FollowedRequest(parts, environment, versionLabel, listener);
        followed.watch.since(request);
        return followed;
    }

    /** Looks once; a failure is told when the environment is at rest. */
    Outcome look() {
        var outcome = watch.look();
        if (!watch.standing().equals(told)) {
            told = watch.standing();
            atRestSince = null;
            listener.instances(told.updated(), told.all(), told.waitingFor());
        }
        return switch (outcome) {
            case SUCCEEDED -> Outcome.SUCCEEDED;
            case FAILED -> watch.isAtRest() ? Outcome.FAILED : Outcome.PENDING;
            case PENDING -> isOver() ? Outcome.FAILED : Outcome.PENDING;
        };
    }

    /** What is still missing to success. */
    String waitingFor() {
        return watch.waitingFor();
    }

    /** When the newest event that is known was. */
    Instant newestEvent() {
        return watch.newestEvent();
    }

    /** The end of a sentence on it: its last events, or a full stop where there are none. */
    String lastWords() {
        var events = watch.lastEvents();
        return events.isEmpty() ? "." : "; its last events:\n  " + String.join("\n  ", events);
    }

    /** Why it failed, in a sentence. */
    String failure() {
        if (watch.isAborted()) {
            return "It " + DeploymentRecord.ABORTED;
        }
        return watch.firstError()
                .map(EnvironmentEvent::message)
                .orElseGet(() -> watch.isGone()
                        ? "The environment was terminated meanwhile."
                        : "The environment is Ready again, but still lacks " + watch.waitingFor() + ".");
    }

    /**
     * Ready, but an instance doesn't report the version: for a while after the last change that is a late report or an
     * instance that Auto Scaling has just launched, then it is a failure.
     */
    private boolean isOver() {
        if (!watch.isAtRest()) {
            atRestSince = null;
            return false;
        }
        var now = parts.clock().instant();
        if (atRestSince == null) {
            atRestSince = now;
        }
        return watch.isAborted()
                || Duration.between(atRestSince, now)
                                .compareTo(parts.following().patience())
                        >= 0;
    }
}
