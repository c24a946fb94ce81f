package io.beanpole.cloud.autoscaling;

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
import software.amazon.awssdk.services.autoscaling.model.Instance;

/** Who is in a group, who goes first, who is replaced and who hears of it, through the real SDK. */
class MembershipTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-2:000000000000:scaling";

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
    void anInstanceThatIsSaidToBeIllIsReplacedThoughProtected() {
        cloud.client.setInstanceProtection(
                request -> request.autoScalingGroupName(LANE).instanceIds("i-1").protectedFromScaleIn(true));

        cloud.client.setInstanceHealth(request -> request.instanceId("i-1").healthStatus("Unhealthy"));

        await().until(() -> cloud.machines.ended.contains("i-1"));
        assertThat(cloud.machines.launched).containsExactly("i-1", "i-2");
        assertThat(cloud.activities().get(1).cause())
                .isEqualTo("At 2026-11-21T08:00:00Z an instance was taken out of service in response to a user"
                        + " health-check.");
        assertThat(cloud.activities().get(0).cause())
                .isEqualTo("At 2026-11-21T08:00:00Z an instance was started in response to an unhealthy instance"
                        + " needing to be replaced.");
    }

    @Test
    void anInstanceThatIsGoneIsReplacedUnlessThatIsSuspended() {
        cloud.client.suspendProcesses(
                request -> request.autoScalingGroupName(LANE).scalingProcesses("ReplaceUnhealthy"));
        cloud.machines.dead.add("i-1");
        await().until(() -> cloud.instances().get(0).healthStatus().equals("Unhealthy"));
        assertThat(cloud.machines.ended).isEmpty();

        cloud.client.resumeProcesses(
                request -> request.autoScalingGroupName(LANE).scalingProcesses("ReplaceUnhealthy"));

        await().until(() -> cloud.machines.launched.contains("i-2"));
        assertThat(cloud.activities().get(1).cause()).contains("EC2 health check");
    }

    @Test
    void anInstanceStandsByWithoutWorkAndComesBack() {
        desire(2);
        cloud.comeUp();

        cloud.client.enterStandby(
                request -> request.autoScalingGroupName(LANE).instanceIds("i-2").shouldDecrementDesiredCapacity(true));

        assertThat(cloud.state("i-2")).isEqualTo("Standby");
        assertThat(cloud.group().desiredCapacity()).isEqualTo(1);
        assertThat(cloud.machines.balanced).containsEntry("i-2", false);
        assertThat(cloud.activities().get(0).cause())
                .isEqualTo("At 2026-11-21T08:00:00Z instance i-2 was moved to standby in response to a user request,"
                        + " shrinking the capacity from 2 to 1.");
        cloud.client.exitStandby(request -> request.autoScalingGroupName(LANE).instanceIds("i-2"));
        assertThat(cloud.state("i-2")).isEqualTo("InService");
        assertThat(cloud.group().desiredCapacity()).isEqualTo(2);
        assertThat(cloud.machines.launched).hasSize(2);
        assertThatThrownBy(() -> cloud.client.enterStandby(request -> request.autoScalingGroupName(LANE)
                        .instanceIds("i-1", "i-2")
                        .shouldDecrementDesiredCapacity(true)))
                .hasMessageContaining("below its minimum");
    }

    @Test
    void anInstanceThatIsDetachedIsReplacedRunsOnAndCanBeAttachedAgain() {
        cloud.client.detachInstances(
                request -> request.autoScalingGroupName(LANE).instanceIds("i-1").shouldDecrementDesiredCapacity(false));

        assertThat(cloud.instances()).extracting(Instance::instanceId).containsExactly("i-2");
        assertThat(cloud.machines.ended).isEmpty();
        cloud.client.attachInstances(
                request -> request.autoScalingGroupName(LANE).instanceIds("i-1"));
        assertThat(cloud.instances()).extracting(Instance::instanceId).containsExactly("i-2", "i-1");
        assertThat(cloud.group().desiredCapacity()).isEqualTo(2);
        assertThatThrownBy(() -> cloud.client.attachInstances(
                        request -> request.autoScalingGroupName(LANE).instanceIds("i-99")))
                .hasMessageContaining("Invalid Instance ID(s): [i-99]");
    }

    @Test
    void theTerminationPolicyChoosesWhoGoes() {
        cloud.clock.advance(Duration.ofMinutes(1));
        desire(2);
        cloud.comeUp();
        cloud.client.updateAutoScalingGroup(
                request -> request.autoScalingGroupName(LANE).terminationPolicies("NewestInstance"));

        desire(1);

        assertThat(cloud.machines.ended).containsExactly("i-2");
        assertThat(cloud.group().terminationPolicies()).containsExactly("NewestInstance");
        assertThatThrownBy(() -> cloud.client.updateAutoScalingGroup(
                        request -> request.autoScalingGroupName(LANE).terminationPolicies("Coin")))
                .hasMessageContaining("Termination policy Coin is none of");
    }

    @Test
    void topicsHearOfLaunchesAndTerminations() {
        cloud.client.putNotificationConfiguration(request -> request.autoScalingGroupName(LANE)
                .topicARN(TOPIC)
                .notificationTypes("autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_TERMINATE"));
        desire(2);
        cloud.comeUp();
        desire(1);
        cloud.scaling.groups().terminated(LANE, "i-1");

        await().until(() -> cloud.messages.size() == 3);

        assertThat(cloud.messages)
                .extracting(ScaledCloud.Message::subject)
                .containsExactly(
                        "Auto Scaling: test notification for group \"lane\"",
                        "Auto Scaling: launch for group \"lane\"",
                        "Auto Scaling: termination for group \"lane\"");
        assertThat(cloud.messages.get(1).body().path("EC2InstanceId").asString())
                .isEqualTo("i-2");
        assertThat(cloud.messages.get(1).body().path("Cause").asString()).contains("explicitly set group desired");
        assertThat(cloud.client.describeNotificationConfigurations().notificationConfigurations())
                .hasSize(2);
        cloud.client.deleteNotificationConfiguration(
                request -> request.autoScalingGroupName(LANE).topicARN(TOPIC));
        assertThat(cloud.client.describeNotificationConfigurations().notificationConfigurations())
                .isEmpty();
    }

    @Test
    void tagsAreChangedAndFoundByThem() {
        cloud.client.createOrUpdateTags(request -> request.tags(tag -> tag.resourceId(LANE)
                .resourceType("auto-scaling-group")
                .key("team")
                .value("blue")));

        assertThat(cloud.client
                        .describeAutoScalingGroups(request ->
                                request.filters(by -> by.name("tag:team").values("blue", "green")))
                        .autoScalingGroups())
                .hasSize(1);
        cloud.client.deleteTags(
                request -> request.tags(tag -> tag.resourceId(LANE).key("team")));
        assertThat(cloud.client
                        .describeTags(
                                request -> request.filters(by -> by.name("key").values("team")))
                        .tags())
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseHereIsRefusedInWords() {
        List.<Runnable>of(
                        () -> cloud.client.createAutoScalingGroup(request ->
                                request.autoScalingGroupName("own").minSize(0).maxSize(1)),
                        () -> cloud.client.startInstanceRefresh(request -> request.autoScalingGroupName(LANE)),
                        () -> cloud.client.deleteAutoScalingGroup(request -> request.autoScalingGroupName(LANE)))
                .forEach(call -> assertThatThrownBy(call::run)
                        .hasMessageContaining("environment")
                        .hasMessageContaining("Status Code: 400"));
        assertThat(cloud.client.describeAccountLimits().numberOfAutoScalingGroups())
                .isEqualTo(1);
        assertThat(cloud.client.describeTerminationPolicyTypes().terminationPolicyTypes())
                .contains("Default", "OldestInstance");
    }

    private void desire(int capacity) {
        cloud.client.setDesiredCapacity(
                request -> request.autoScalingGroupName(LANE).desiredCapacity(capacity));
    }
}
