package io.beanpole.console.release;

import io.beanpole.deploy.connection.Connection;
import io.beanpole.deploy.desk.PolicyRoom;
import io.beanpole.deploy.release.DeploymentOutcome;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.DeploymentRecord.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an environment stands with its deployments: what it runs, what a rollback would return to, what was.
 *
 * @param history newest first
 */
record Standing(
        String environmentName,
        Optional<String> dockerrun,
        Optional<String> rollbackTarget,
        List<DeploymentRecord> history,
        PolicyRoom policies) {
    private static final int EARLIER = 3;

    static Standing of(String environmentName, Connection connection) {
        var releases = connection.releases();
        return new Standing(
                environmentName,
                releases.dockerrun(environmentName),
                releases.rollbackTarget(environmentName),
                releases.history(environmentName),
                connection.desk().policies(environmentName));
    }

    /** How long each phase took the last time that a deployment succeeded. */
    Map<String, Duration> lastTimes() {
        return history.stream()
                .filter(record -> record.outcome() == DeploymentOutcome.SUCCEEDED)
                .findFirst()
                .map(record ->
                        record.phases().stream().collect(Collectors.toMap(Phase::name, Phase::took, Duration::plus)))
                .orElse(Map.of());
    }

    /** The deployment that nobody has seen the end of, if the newest is one. */
    Optional<DeploymentRecord> open() {
        return history.stream().findFirst().filter(DeploymentRecord::hasNoKnownEnd);
    }

    /**
     * Other versions that ran well here, the last first: what else can be returned to than what a rollback names.
     *
     * @param present the version that the environment says it has
     */
    List<String> earlier(String present) {
        return history.stream()
                .filter(record -> record.outcome() == DeploymentOutcome.SUCCEEDED)
                .map(DeploymentRecord::toVersion)
                .filter(version -> !version.equals(present)
                        && rollbackTarget.filter(version::equals).isEmpty())
                .distinct()
                .limit(EARLIER)
                .toList();
    }

    /** The newest deployment, if it didn't go well: what instances run then isn't certain. */
    Optional<DeploymentRecord> unfinished() {
        return history.stream().findFirst().filter(last -> last.outcome() != DeploymentOutcome.SUCCEEDED);
    }

    /** Whether the last deployment didn't go well, so that the same may be deployed again. */
    boolean mayRepeat() {
        return unfinished().isPresent();
    }
}
