package io.beanpole.cloud.autoscaling;

import static io.beanpole.cloud.autoscaling.ScaledCloud.BEGIN;
import static io.beanpole.cloud.autoscaling.ScaledCloud.LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;

/** Scheduled actions, through the real SDK. */
class ScheduleTest {
    private ScaledCloud cloud;

    @BeforeEach
    void open(@TempDir Path directory) {
        cloud = new ScaledCloud(directory, new GroupBounds(1, 5, 360));
        cloud.comeUp();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void anActionChangesTheSizeAtItsTimeSaysSoAndIsForgotten() {
        cloud.client.putScheduledUpdateGroupAction(request -> request.autoScalingGroupName(LANE)
                .scheduledActionName("morning")
                .startTime(BEGIN.plusSeconds(3600))
                .minSize(2)
                .maxSize(8)
                .desiredCapacity(3));
        cloud.clock.advance(Duration.ofMinutes(59));
        assertThat(actions()).hasSize(1);

        cloud.clock.advance(Duration.ofMinutes(1));

        await().until(() -> cloud.machines.launched.size() == 3);
        assertThat(cloud.group().minSize()).isEqualTo(2);
        assertThat(cloud.group().maxSize()).isEqualTo(8);
        assertThat(cloud.activities().get(0).cause())
                .startsWith("At 2026-11-21T09:00:00Z the scheduled action morning executed. Setting min size from 1 to"
                        + " 2. Setting max size from 5 to 8. Setting desired capacity from 1 to 3. At"
                        + " 2026-11-21T09:00:00Z a scheduled action update of AutoScalingGroup constraints to min: 2,"
                        + " max: 8, desired: 3 changing the desired capacity from 1 to 3.");
        assertThat(actions()).isEmpty();
    }

    @Test
    void aRecurrenceComesBackUntilItsEndAndRestoresNothing() {
        cloud.client.putScheduledUpdateGroupAction(request -> request.autoScalingGroupName(LANE)
                .scheduledActionName("hourly")
                .recurrence("0 * * * *")
                .endTime(BEGIN.plus(Duration.ofHours(2)))
                .desiredCapacity(4));
        assertThat(actions().get(0).startTime()).isEqualTo(BEGIN.plusSeconds(3600));

        cloud.clock.advance(Duration.ofHours(1));
        await().until(() -> cloud.group().desiredCapacity() == 4);
        desire(1);
        cloud.clock.advance(Duration.ofHours(1));
        await().until(() -> cloud.group().desiredCapacity() == 4);

        assertThat(actions()).isEmpty();
        assertThat(cloud.group().desiredCapacity()).isEqualTo(4);
    }

    @Test
    void aSuspendedScheduleDoesNothingAndBoundsThatExcludeEachOtherAreAFailedActivity() {
        cloud.client.suspendProcesses(
                request -> request.autoScalingGroupName(LANE).scalingProcesses("ScheduledActions"));
        at("first", 60, 9);
        cloud.clock.advance(Duration.ofSeconds(60));
        await().until(() -> actions().isEmpty());
        assertThat(cloud.group().desiredCapacity()).isEqualTo(1);
        cloud.client.resumeProcesses(request -> request.autoScalingGroupName(LANE));

        at("second", 60, 9);
        cloud.clock.advance(Duration.ofSeconds(60));

        await().until(() -> "Failed".equals(cloud.activities().get(0).statusCodeAsString()));
        assertThat(cloud.activities().get(0).statusMessage()).contains("Desired capacity:9 must be between");
    }

    @Test
    void manyArePutAndDeletedAtOnceAndTheBadOnesAreTold() {
        var failed = cloud.client
                .batchPutScheduledUpdateGroupAction(request -> request.autoScalingGroupName(LANE)
                        .scheduledUpdateGroupActions(
                                one -> one.scheduledActionName("good")
                                        .recurrence("0 7 * * MON-FRI")
                                        .timeZone("Europe/Zurich")
                                        .minSize(2),
                                one -> one.scheduledActionName("bad")
                                        .recurrence("whenever")
                                        .minSize(2),
                                one -> one.scheduledActionName("past")
                                        .startTime(BEGIN.minusSeconds(1))
                                        .minSize(2)))
                .failedScheduledUpdateGroupActions();

        assertThat(failed).extracting(each -> each.scheduledActionName()).containsExactly("bad", "past");
        assertThat(failed.get(1).errorMessage()).isEqualTo("Given start time is in the past");
        assertThat(actions())
                .singleElement()
                .satisfies(each -> assertThat(each.timeZone()).isEqualTo("Europe/Zurich"));
        assertThat(cloud.client
                        .batchDeleteScheduledAction(
                                request -> request.autoScalingGroupName(LANE).scheduledActionNames("good", "nobody"))
                        .failedScheduledActions())
                .extracting(each -> each.scheduledActionName())
                .containsExactly("nobody");
        assertThatThrownBy(
                        () -> cloud.client.putScheduledUpdateGroupAction(request -> request.autoScalingGroupName(LANE)
                                .scheduledActionName("never")
                                .minSize(1)))
                .hasMessageContaining("Either StartTime or Recurrence must be given.");
    }

    private void at(String name, int seconds, int desired) {
        cloud.client.putScheduledUpdateGroupAction(request -> request.autoScalingGroupName(LANE)
                .scheduledActionName(name)
                .startTime(cloud.clock.instant().plusSeconds(seconds))
                .desiredCapacity(desired));
    }

    private void desire(int capacity) {
        cloud.client.setDesiredCapacity(
                request -> request.autoScalingGroupName(LANE).desiredCapacity(capacity));
    }

    private List<ScheduledUpdateGroupAction> actions() {
        return cloud.client
                .describeScheduledActions(request -> request.autoScalingGroupName(LANE))
                .scheduledUpdateGroupActions();
    }
}
