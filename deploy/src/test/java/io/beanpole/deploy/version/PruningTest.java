package io.beanpole.deploy.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionRecord;
import io.beanpole.deploy.action.ActionRecords;
import io.beanpole.deploy.beanstalk.VersionSummary;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which versions go. */
class PruningTest {
    private final FakeVersionCloud cloud = new FakeVersionCloud();
    private final Kept records = new Kept();

    @BeforeEach
    void versions() {
        for (var label : List.of("oldest", "before", "old", "present", "newer", "newest")) {
            cloud.version(label, "Processed", "registry/shop@sha256:11");
        }
        cloud.deployed.put("shop-web", "present");
    }

    @Test
    void whatRunsWhatIsRolledBackToAndTheNewestStay() {
        var plan = pruning().plan("shop", 1);

        assertThat(plan.doomed()).containsExactly("oldest", "old", "newer");
        assertThat(plan.kept())
                .containsExactly(
                        new Prune.Kept("newest", "it is one of the newest 1"),
                        new Prune.Kept("present", "an environment has it"),
                        new Prune.Kept("before", "an environment would be rolled back to it"));
        assertThat(cloud.versions).hasSize(6);
    }

    @Test
    void whatIsDeletedIsRecorded() {
        var pruning = pruning();

        var done = pruning.carryOut("shop", pruning.plan("shop", 1));

        assertThat(done.deleted()).containsExactly("oldest", "old", "newer");
        assertThat(cloud.versions).extracting(VersionSummary::label).containsExactly("newest", "present", "before");
        assertThat(records.saved)
                .singleElement()
                .returns("versions prune", ActionRecord::action)
                .returns("all", ActionRecord::environmentName)
                .matches(action -> "oldest old newer".equals(action.details().get("versions")));
    }

    @Test
    void aRefusalHalfWayTellsWhatIsDone() {
        cloud.refused = "old";
        var pruning = pruning();

        assertThatThrownBy(() -> pruning.carryOut("shop", pruning.plan("shop", 0)))
                .hasMessageContaining("it is in use. 1 of 4 versions are deleted; the rest is untouched.");
        assertThat(records.saved)
                .singleElement()
                .extracting(ActionRecord::message)
                .asString()
                .startsWith("Deleted 1 of 4");
    }

    private Pruning pruning() {
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new Pruning(cloud, environment -> Optional.of("before"), new ActionJournal(records, () -> "me", clock));
    }

    /** Records in memory. */
    private static final class Kept implements ActionRecords {
        private final List<ActionRecord> saved = new ArrayList<>();

        @Override
        public void save(ActionRecord action) {
            saved.add(action);
        }

        @Override
        public List<ActionRecord> newest(String application, String environmentName) {
            return saved;
        }
    }
}
