package io.beanpole.deploy.release;

import static io.beanpole.deploy.release.DeploymentOutcome.FAILED;
import static io.beanpole.deploy.release.DeploymentOutcome.SUCCEEDED;
import static io.beanpole.deploy.release.DeploymentOutcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.release.DeploymentRecord.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a rollback goes. */
class RollbackChoiceTest {
    private final List<DeploymentRecord> history = new ArrayList<>();

    @Test
    void itGoesToWhatTheLastSuccessReplaced() {
        deployed("", "v1", SUCCEEDED);
        deployed("v1", "v2", SUCCEEDED);

        assertThat(from("v2")).contains("v1");
    }

    @Test
    void afterAFailureItGoesToTheVersionThatRanBefore() {
        deployed("v1", "v2", SUCCEEDED);
        deployed("v2", "v3", FAILED);

        assertThat(from("v3")).contains("v2");
    }

    @Test
    void afterAFailureTheVersionOfTheEnvironmentIsNoProofOfWhatRuns() {
        deployed("", "v1", SUCCEEDED);
        deployed("v1", "v2", FAILED);

        assertThat(from("v1")).contains("v1");
    }

    @Test
    void aDeploymentThatNeverReachedTheInstancesNeedsNoUndoing() {
        deployed("v1", "v2", SUCCEEDED);
        history.add(0, deployment("v2", "v3", FAILED, List.of(new Phase("processing", Duration.ZERO))));

        assertThat(from("v2")).contains("v1");
    }

    @Test
    void aVersionThatFailedIsNoPlaceToGoTo() {
        deployed("v1", "v2", SUCCEEDED);
        deployed("v2", "v3", FAILED);
        deployed("v3", "v4", SUCCEEDED);

        assertThat(from("v4")).contains("v2");
    }

    @Test
    void aRollbackOfARollbackGoesForwardAgain() {
        deployed("v1", "v2", SUCCEEDED);
        deployed("v2", "v1", SUCCEEDED);

        assertThat(from("v1")).contains("v2");
    }

    @Test
    void aDeploymentOfTheSameVersionIsNoWayBack() {
        deployed("v1", "v2", SUCCEEDED);
        deployed("v2", "v2", SUCCEEDED);

        assertThat(from("v2")).contains("v1");
    }

    @Test
    void whatEndedUnknownIsNotTrusted() {
        deployed("v1", "v2", SUCCEEDED);
        deployed("v2", "v3", UNKNOWN);

        assertThat(from("v3")).contains("v2");
    }

    @Test
    void aRollbackThatNobodyFollowedToItsEndIsNotOfferedTheBadVersionAgain() {
        deployed("v0", "v1", SUCCEEDED);
        deployed("v1", "v2", FAILED);
        deployed("v2", "v1", UNKNOWN);

        assertThat(from("v1")).contains("v0");
    }

    @Test
    void whatEndedUnknownButIsPresentIsWhereARollbackOfTheNextFailureGoes() {
        deployed("v1", "v2", SUCCEEDED);
        deployed("v2", "v3", UNKNOWN);
        deployed("v3", "v4", FAILED);

        assertThat(from("v3")).contains("v3");
    }

    @Test
    void withoutAHistoryThereIsNoWayBack() {
        assertThat(from("v1")).isEmpty();
        deployed("", "v1", SUCCEEDED);
        assertThat(from("v1")).isEmpty();
    }

    private Optional<String> from(String present) {
        return new RollbackChoice(history, present).version();
    }

    private void deployed(String from, String to, DeploymentOutcome outcome) {
        history.add(0, deployment(from, to, outcome, List.of(new Phase(Phases.INSTANCES, Duration.ZERO))));
    }

    private DeploymentRecord deployment(String from, String to, DeploymentOutcome outcome, List<Phase> phases) {
        return new DeploymentRecord(
                "id" + history.size(),
                "shop",
                "web",
                "she",
                Instant.EPOCH,
                Duration.ZERO,
                from,
                to,
                List.of(),
                "AllAtOnce",
                phases,
                outcome,
                "",
                "",
                "",
                "");
    }
}
