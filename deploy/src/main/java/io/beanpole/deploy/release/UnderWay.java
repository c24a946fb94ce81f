package io.beanpole.deploy.release;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an environment is busy with, as far as its events and the records of deployments tell. */
final class UnderWay {
    private static final String STARTING = " is starting.";
    /** As far as the clocks of two machines may be apart before AWS refuses signatures. */
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** More than a deployment takes from the first word of its record to its request. */
    private static final Duration PREPARATION = Duration.ofMinutes(30);

    /** How far back the start is sought: most are recent, and none lasts longer than days. */
    private static final List<Duration> BACK = List.of(Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(7));

    private final ReleaseParts parts;
    private final EnvironmentState environment;

    UnderWay(ReleaseParts parts, EnvironmentState environment) {
        this.parts = parts;
        this.environment = environment;
    }

    /** When the last operation began; the beginning of time where no event tells. */
    Instant since() {
        var now = parts.clock().instant();
        return BACK.stream()
                .flatMap(back -> lastStart(now.minus(back)).stream())
                .findFirst()
                .or(() -> lastStart(Instant.EPOCH))
                .orElse(Instant.EPOCH);
    }

    private Optional<Instant> lastStart(Instant since) {
        return parts.feed().events(environment, since).stream()
                .filter(event -> event.message().endsWith(STARTING))
                .map(EnvironmentEvent::date)
                .max(Instant::compareTo);
    }

    /** The record of what it is busy with: the newest one, if nobody has seen its end and the operation began with it. */
    Optional<DeploymentRecord> deployment() {
        return deployment("");
    }

    private Optional<DeploymentRecord> deployment(String exceptId) {
        var newest = parts.journal().newest(environment.application(), environment.name()).stream()
                .filter(record -> !record.id().equals(exceptId))
                .findFirst()
                .filter(DeploymentRecord::hasNoKnownEnd);
        if (newest.isEmpty()) {
            return newest;
        }
        var began = since();
        return newest.filter(begun -> began.equals(Instant.EPOCH)
                || !began.isBefore(begun.startedAt().minus(SKEW))
                        && began.isBefore(begun.startedAt().plus(PREPARATION)));
    }

    /** The time for its end: what was over before anybody looked ended with its last event. */
    Clock clock() {
        return environment.isReady()
                ? parts.feed().events(environment, Instant.EPOCH).stream()
                        .map(EnvironmentEvent::date)
                        .max(Instant::compareTo)
                        .map(last -> Clock.fixed(last, ZoneOffset.UTC))
                        .orElse(parts.clock())
                : parts.clock();
    }

    /** Why nothing can be asked of it now, who began what it is busy with, and what can be done about it. */
    DeployException refusal() {
        return refusal("", null);
    }

    /**
     * Why a request was refused: because of somebody else's that came first, if there is one, else what the environment
     * answered.
     *
     * @param ownId the record of whoever asks, which tells nothing about others
     */
    DeployException refusalOr(DeployException answer, String ownId) {
        try {
            return parts.feed()
                    .find(environment.name())
                    .filter(now -> !now.isReady())
                    .map(now -> new UnderWay(parts, now).refusal(ownId, answer))
                    .orElse(answer);
        } catch (DeployException e) {
            return answer;
        }
    }

    private DeployException refusal(String ownId, @Nullable DeployException cause) {
        var name = environment.name();
        var whose = deployment(ownId)
                .map(begun -> begun.actor() + " began to deploy " + begun.toVersion() + " at "
                        + begun.startedAt().truncatedTo(ChronoUnit.SECONDS))
                .orElse("no record tells who began it");
        return new DeployException(
                name + " is " + environment.status() + ", and Elastic Beanstalk takes a request only when it is Ready: "
                        + whose + ".",
                "./beanpole watch " + name + " follows it to its end; ./beanpole abort " + name + " stops it.",
                cause);
    }
}
