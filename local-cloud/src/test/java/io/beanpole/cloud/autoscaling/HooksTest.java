package io.beanpole.cloud.autoscaling;

import static io.beanpole.cloud.autoscaling.ScaledCloud.LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;

/** Instances that wait at lifecycle hooks, through the real SDK. */
class HooksTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-2:000000000000:hooks";

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
    void aLaunchedInstanceServesOnlyWhenTheActionIsCompletedAndItCameUp() {
        hook("in", HookRecord.LAUNCHING, "CONTINUE");
        desire(3);
        assertThat(cloud.state("i-2")).isEqualTo("Pending:Wait");
        assertThat(cloud.activities().get(0).statusCodeAsString()).isEqualTo("MidLifecycleAction");
        assertThat(cloud.machines.balanced).containsEntry("i-2", false);

        cloud.scaling.groups().inService(LANE, "i-2");
        assertThat(cloud.state("i-2")).isEqualTo("Pending:Wait");
        complete("in", "i-2", "CONTINUE");
        complete("in", "i-3", "CONTINUE");

        assertThat(cloud.state("i-2")).isEqualTo("InService");
        assertThat(cloud.machines.balanced).containsEntry("i-2", true);
        assertThat(cloud.state("i-3")).isEqualTo("Pending:Proceed");
        cloud.scaling.groups().inService(LANE, "i-3");
        assertThat(cloud.state("i-3")).isEqualTo("InService");
    }

    @Test
    void theTargetHearsOfTheWaitWithATokenThatCompletesIt() {
        hook("out", HookRecord.TERMINATING, "ABANDON");
        await().until(() -> cloud.messages.size() == 1);
        assertThat(cloud.messages.get(0).body().path("Event").asString()).isEqualTo("autoscaling:TEST_NOTIFICATION");
        desire(2);
        cloud.comeUp();
        desire(1);

        await().until(() -> cloud.messages.size() == 2);
        var heard = cloud.messages.get(1);
        assertThat(heard.target()).isEqualTo(TOPIC);
        assertThat(heard.subject())
                .isEqualTo("Auto Scaling:  Lifecycle action 'TERMINATING' for instance i-1 in progress.");
        assertThat(heard.body().path("LifecycleHookName").asString()).isEqualTo("out");
        assertThat(heard.body().path("EC2InstanceId").asString()).isEqualTo("i-1");
        assertThat(heard.body().path("Destination").asString()).isEqualTo("EC2");
        assertThat(cloud.state("i-1")).isEqualTo("Terminating:Wait");
        assertThat(cloud.machines.ended).isEmpty();
        cloud.client.completeLifecycleAction(request -> request.autoScalingGroupName(LANE)
                .lifecycleHookName("out")
                .lifecycleActionToken(heard.body().path("LifecycleActionToken").asString())
                .lifecycleActionResult("CONTINUE"));
        assertThat(cloud.state("i-1")).isEqualTo("Terminating:Proceed");
        assertThat(cloud.machines.ended).containsExactly("i-1");
        cloud.scaling.groups().terminated(LANE, "i-1");
        assertThat(cloud.state("i-1")).isEqualTo("gone");
    }

    @Test
    void aHeartbeatProlongsTheWaitAndThenTheDefaultResultHolds() {
        hook("in", HookRecord.LAUNCHING, "ABANDON");
        desire(2);
        cloud.clock.advance(Duration.ofSeconds(25));
        cloud.client.recordLifecycleActionHeartbeat(request ->
                request.autoScalingGroupName(LANE).lifecycleHookName("in").instanceId("i-2"));
        cloud.clock.advance(Duration.ofSeconds(25));
        assertThat(cloud.state("i-2")).isEqualTo("Pending:Wait");

        cloud.clock.advance(Duration.ofSeconds(10));

        await().until(() -> cloud.machines.ended.contains("i-2"));
        assertThat(cloud.machines.launched).containsExactly("i-1", "i-2", "i-3");
        assertThat(cloud.activities())
                .anyMatch(each -> each.statusMessage() != null
                        && each.statusMessage().endsWith("was abandoned: Heartbeat Timeout"));
    }

    @Test
    void hooksAreListedChangedDeletedAndChecked() {
        hook("in", HookRecord.LAUNCHING, "CONTINUE");
        cloud.client.putLifecycleHook(request ->
                request.autoScalingGroupName(LANE).lifecycleHookName("in").heartbeatTimeout(7200));

        LifecycleHook hook = cloud.client
                .describeLifecycleHooks(request -> request.autoScalingGroupName(LANE))
                .lifecycleHooks()
                .get(0);

        assertThat(hook.heartbeatTimeout()).isEqualTo(7200);
        assertThat(hook.globalTimeout()).isEqualTo(172_800);
        assertThat(hook.defaultResult()).isEqualTo("CONTINUE");
        assertThatThrownBy(() -> complete("in", "i-1", "CONTINUE"))
                .hasMessageContaining("No active Lifecycle Action found with instance ID i-1");
        assertThatThrownBy(() -> cloud.client.putLifecycleHook(request -> request.autoScalingGroupName(LANE)
                        .lifecycleHookName("short")
                        .lifecycleTransition(HookRecord.LAUNCHING)
                        .heartbeatTimeout(29)))
                .hasMessageContaining("HeartbeatTimeout must be from 30 to 7200 seconds, not 29.");
        cloud.client.deleteLifecycleHook(
                request -> request.autoScalingGroupName(LANE).lifecycleHookName("in"));
        assertThat(cloud.client
                        .describeLifecycleHooks(request -> request.autoScalingGroupName(LANE))
                        .lifecycleHooks())
                .isEmpty();
    }

    private void hook(String name, String transition, String result) {
        cloud.client.putLifecycleHook(request -> request.autoScalingGroupName(LANE)
                .lifecycleHookName(name)
                .lifecycleTransition(transition)
                .notificationTargetARN(TOPIC)
                .heartbeatTimeout(30)
                .defaultResult(result));
    }

    private void complete(String hook, String instance, String result) {
        cloud.client.completeLifecycleAction(request -> request.autoScalingGroupName(LANE)
                .lifecycleHookName(hook)
                .instanceId(instance)
                .lifecycleActionResult(result));
    }

    private void desire(int capacity) {
        cloud.client.setDesiredCapacity(
                request -> request.autoScalingGroupName(LANE).desiredCapacity(capacity));
    }
}
