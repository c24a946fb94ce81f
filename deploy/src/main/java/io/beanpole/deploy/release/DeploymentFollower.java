package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.DeploymentWatch;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import io.beanpole.deploy.beanstalk.DeploymentWatch.Standing;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stays with a deployment until it is over and can be judged, and says how it went. */
final class DeploymentFollower {
    private final ReleaseParts parts;
    private final DeploymentListener listener;
    private final String versionLabel;
    private final DeploymentWatch watch;
    private final PatientLooks looks;
    private Standing told = new Standing(0, 0, List.of());
    private @Nullable EnvironmentEvent firstError;
    private @Nullable Instant atRestSince;
    private Outcome outcome = Outcome.PENDING;

    /** To be made before the request, whose events are news. */
    DeploymentFollower(ReleaseParts parts, Release release, DeploymentListener listener) {
        this.parts = parts;
        this.listener = listener;
        versionLabel = release.version().label();
        looks = new PatientLooks(parts.following().patience(), parts.clock());
        watch = new DeploymentWatch(parts.feed(), release.environment(), versionLabel, this::hear).fromNow();
    }

    /** Follows it to its end, or to the end of patience, and writes down which it was. */
    DeploymentRecord follow(JournalEntry entry) {
        try {
            parts.following().looks().await("the deployment of " + versionLabel, () -> looks.look(this::isOver, false));
        } catch (DeployException e) {
            return entry.end(
                    DeploymentOutcome.UNKNOWN,
                    "It was not followed to its end and goes on by itself. " + e.getMessage());
        }
        return switch (outcome) {
            case SUCCEEDED -> entry.end(DeploymentOutcome.SUCCEEDED, "Every instance runs " + versionLabel + ".");
            case FAILED -> entry.end(DeploymentOutcome.FAILED, failure());
            case PENDING ->
                entry.end(
                        DeploymentOutcome.UNKNOWN,
                        "After " + inWords(parts.following().looks().limit()) + " it still waits for "
                                + watch.waitingFor() + "; it goes on by itself.");
        };
    }

    /** A failed deployment is over only when the environment has come to rest, as a rollback needs it. */
    private boolean isOver() {
        outcome = watch.look();
        if (!watch.standing().equals(told)) {
            told = watch.standing();
            atRestSince = null;
            listener.instances(told.updated(), told.all(), told.waitingFor());
        }
        return switch (outcome) {
            case SUCCEEDED -> true;
            case FAILED -> watch.isAtRest();
            case PENDING -> isStuck();
        };
    }

    /**
     * Ready, but an instance doesn't report the version: for a while after the last change that is a late report or an
     * instance that Auto Scaling has just launched, then it is a failure.
     */
    private boolean isStuck() {
        if (!watch.isAtRest()) {
            atRestSince = null;
            return false;
        }
        var now = parts.clock().instant();
        if (atRestSince == null) {
            atRestSince = now;
        }
        if (isPast(atRestSince, now)) {
            outcome = Outcome.FAILED;
            return true;
        }
        return false;
    }

    private boolean isPast(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(parts.following().patience()) >= 0;
    }

    private void hear(EnvironmentEvent event) {
        if (firstError == null && event.isError()) {
            firstError = event;
        }
        listener.event(event);
    }

    private String failure() {
        if (firstError != null) {
            return firstError.message();
        }
        return watch.isGone()
                ? "The environment was terminated meanwhile."
                : "The environment is Ready again, but still lacks " + watch.waitingFor() + ".";
    }

    private static String inWords(Duration duration) {
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }
}
