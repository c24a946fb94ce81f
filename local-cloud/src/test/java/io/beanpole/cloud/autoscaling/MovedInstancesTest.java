package io.beanpole.cloud.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of instances that an immutable deployment takes from a temporary group to the environment's own. */
class MovedInstancesTest {
    private static final String CAUSE = "an immutable deployment";

    @TempDir
    private Path directory;

    private final Machine old = new Machine("old");
    private final Machine fresh = new Machine("new");
    private Groups groups;

    @BeforeEach
    void twoGroups() {
        groups = new Groups(
                directory,
                new Location("us-east-1", "000000000000"),
                Clock.systemUTC(),
                Duration.ofSeconds(1),
                new SpotMarket());
        groups.create("lane", new GroupBounds(2, 2, 360), Map.of());
        groups.open("lane", old);
        groups.create("lane-temporary", new GroupBounds(2, 2, 360), Map.of());
        groups.open("lane-temporary", fresh);
        List.of("old-0", "old-1").forEach(id -> groups.inService("lane", id));
        List.of("new-0", "new-1").forEach(id -> groups.inService("lane-temporary", id));
    }

    @Test
    void theyRunOnInTheOtherGroupAndNobodyIsLaunchedOrEndedForThem() {
        groups.rest("lane");

        groups.move("lane-temporary", "lane", List.of("new-0", "new-1"), CAUSE);

        assertThat(ids("lane")).containsExactly("old-0", "old-1", "new-0", "new-1");
        assertThat(ids("lane-temporary")).isEmpty();
        assertThat(groups.byName("lane").record().size().desired()).isEqualTo(4);
        assertThat(groups.byName("lane-temporary").record().size().desired()).isZero();
        assertThat(fresh.launched).isEqualTo(2);
        assertThat(groups.activities().all().get(0).description())
                .isEqualTo("Attaching an existing EC2 instance: new-1");
        assertThat(groups.activities().all().get(0).cause())
                .endsWith("instance new-1 was attached in response to an immutable deployment, increasing the capacity"
                        + " from 3 to 4.");
        assertThat(groups.activities().all())
                .extracting(ActivityRecord::description)
                .contains("Detaching EC2 instance: new-0");
    }

    @Test
    void protectionIsLostOnTheWay() {
        groups.change("lane-temporary", group -> group.protect(List.of("new-0"), true));

        groups.move("lane-temporary", "lane", List.of("new-0"), CAUSE);

        assertThat(groups.byName("lane").member("new-0"))
                .hasValueSatisfying(each -> assertThat(each.isProtected()).isFalse());
    }

    @Test
    void theOldOnesAreDismissedThoughProtectedAndTheBoundsComeBack() {
        groups.rest("lane");
        groups.change("lane", group -> group.protect(List.of("old-0"), true));
        groups.move("lane-temporary", "lane", List.of("new-0", "new-1"), CAUSE);

        groups.dismiss("lane", List.of("old-0", "old-1"), CAUSE);
        groups.resize("lane", new GroupBounds(2, 2, 360));
        groups.wake("lane");
        groups.delete("lane-temporary");

        assertThat(old.ended).containsExactly("old-0", "old-1");
        old.ended.forEach(id -> groups.terminated("lane", id));
        assertThat(ids("lane")).containsExactly("new-0", "new-1");
        assertThat(groups.byName("lane").record().size().desired()).isEqualTo(2);
        assertThat(groups.byName("lane").record().size().max()).isEqualTo(2);
        assertThat(fresh.ended).isEmpty();
    }

    @Test
    void whoeverStillNamesTheOldGroupReachesTheInstanceWhereItIs() {
        groups.move("lane-temporary", "lane", List.of("new-0"), CAUSE);

        groups.dismiss("lane", List.of("new-0"), CAUSE);
        groups.terminated("lane-temporary", "new-0");

        assertThat(ids("lane")).containsExactly("old-0", "old-1");
    }

    private List<String> ids(String name) {
        return groups.byName(name).members().stream().map(GroupMember::id).toList();
    }

    /** Launches at once, and remembers what it should end. */
    private static final class Machine implements GroupInstances {
        private final String prefix;
        private final List<String> ended = new ArrayList<>();
        private int launched;

        Machine(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public List<String> launch(int count, String cause) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ids.add(prefix + "-" + launched++);
            }
            return ids;
        }

        @Override
        public void terminate(String id, String cause) {
            ended.add(id);
        }
    }
}
