package io.beanpole.cloud.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.CloudException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a group whose instances can't be made. */
class FailedLaunchTest {
    @TempDir
    private Path directory;

    @Test
    void aLaunchThatFailsIsAFailedActivityAndIsTriedAgainAtTheNextLook() {
        Groups groups = new Groups(
                directory,
                new Location("us-east-1", "000000000000"),
                Clock.systemUTC(),
                Duration.ofSeconds(1),
                new SpotMarket());
        groups.create("lane", new GroupBounds(1, 3, 360), Map.of());
        FullMachine machine = new FullMachine();

        groups.open("lane", machine);

        assertThat(groups.activities().all()).singleElement().satisfies(activity -> {
            assertThat(activity.status()).isEqualTo(ActivityRecord.FAILED);
            assertThat(activity.message()).isEqualTo("no port is free");
        });
        assertThat(groups.byName("lane").members()).isEmpty();
        machine.isFull = false;
        groups.wake("lane");
        assertThat(groups.byName("lane").members()).extracting(GroupMember::id).containsExactly("i-1");
    }

    /** Has no room for instances at first. */
    private static final class FullMachine implements GroupInstances {
        private boolean isFull = true;

        @Override
        public List<String> launch(int count, String cause) {
            if (isFull) {
                throw new CloudException("no port is free");
            }
            return List.of("i-1");
        }

        @Override
        public void terminate(String id, String cause) {
            throw new AssertionError("Nothing is to be ended: " + id);
        }
    }
}
