package io.beanpole.deploy.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.fleet.LastDeployment.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

/** What a refusal in the middle of a reading, or two groups at once, must not do to what is shown. */
class FleetInTroubleTest {
    private static final String WORKER = "environment-1";

    private final FakeFleet cloud = new FakeFleet(2);

    @Test
    void aQueueThatCouldNotBeLookedUpIsLookedUpAgainSoon() {
        cloud.chosenQueues.put(WORKER, "http://localhost/000000000000/orders");
        cloud.throttled.add("describeConfigurationSettings");
        var catalog = opened();
        assertThat(worker(catalog.read()).queue()).isEmpty();

        cloud.throttled.clear();
        pass(Duration.ofSeconds(40));
        catalog.read();

        assertThat(worker(catalog.read()).queue()).map(FleetQueue::name).contains("orders");
    }

    @Test
    void aThrottledReadingTakesNoFactBackThatWasKnown() {
        cloud.put(1, "Warning");
        cloud.versions.put(FakeFleet.id(1), List.of("v0", "v1"));
        var catalog = opened();
        catalog.read();
        assertThat(worker(catalog.read()).hasDrifted()).isTrue();

        cloud.throttled.addAll(List.of("describeInstancesHealth", "describeEnvironmentHealth", "describeEvents"));
        pass(Duration.ofMinutes(11));
        var told = catalog.read();

        assertThat(worker(told).hasDrifted()).isTrue();
        assertThat(worker(told).overview().causes()).containsExactly("Something is wrong.");
        assertThat(told.notTold()).isNotEmpty();
    }

    @Test
    void whatIsThrottledIsNotAskedForAtEveryReading() {
        cloud.put(1, "Warning");
        cloud.throttled.add("describeEnvironmentHealth");
        var catalog = opened();
        catalog.read();
        cloud.requests.clear();

        pass(Duration.ofSeconds(10));
        catalog.read();

        assertThat(cloud.requests).doesNotContain("describeEnvironmentHealth");
    }

    @Test
    void aRefusedPastIsAskedForAgain() {
        cloud.events.add(event(100, "Environment update is starting."));
        cloud.throttled.add("describeEvents");
        var catalog = opened();
        catalog.read();

        cloud.throttled.clear();
        assertThat(worker(catalog.read()).lastDeployment())
                .map(LastDeployment::outcome)
                .contains(Outcome.RUNNING);
    }

    @Test
    void platformsThatCouldNotBeListedAreListedAgainWithinMinutes() {
        cloud.throttled.add("listPlatformBranches");
        var catalog = opened();
        assertThat(worker(catalog.read()).platform().isEnding()).isFalse();

        cloud.throttled.clear();
        pass(Duration.ofMinutes(6));

        assertThat(worker(catalog.read()).platform().isEnding()).isTrue();
    }

    @Test
    void theSecondGroupOfAnImmutableUpdateCountsAsWell() {
        cloud.furtherGroups.add(FakeFleet.group(cloud.environments.get(FakeFleet.id(1))).toBuilder()
                .autoScalingGroupName("awseb-temporary")
                .build());

        var group = worker(opened().read()).group();

        assertThat(group)
                .contains(new FleetGroup(List.of("awseb-" + FakeFleet.id(1), "awseb-temporary"), 2, 4, 2, 2, 8));
    }

    @Test
    void aGroupThatIsBeingDeletedCountsNoMore() {
        cloud.furtherGroups.add(FakeFleet.group(cloud.environments.get(FakeFleet.id(1))).toBuilder()
                .status("Delete in progress")
                .build());

        assertThat(worker(opened().read()).group()).map(FleetGroup::desired).contains(2);
    }

    @Test
    void anAbortedDeploymentIsToldAsOneByEitherWording() {
        cloud.events.add(event(100, "Environment update is starting."));
        cloud.events.add(event(90, "The environment update was aborted. Instances that had got version v2 keep it."));

        assertThat(worker(opened().read()).lastDeployment())
                .map(LastDeployment::outcome)
                .contains(Outcome.ABORTED);
    }

    /** A catalog whose first, quick reading is over. */
    private AwsFleetCatalog opened() {
        var catalog = cloud.catalog();
        catalog.read();
        return catalog;
    }

    private void pass(Duration time) {
        cloud.clock.now = cloud.clock.now.plus(time);
    }

    private static FleetEnvironment worker(Fleet fleet) {
        return fleet.environments().stream()
                .filter(row -> row.name().equals(WORKER))
                .findFirst()
                .orElseThrow();
    }

    private static EventDescription event(long secondsAgo, String message) {
        return EventDescription.builder()
                .environmentName(WORKER)
                .eventDate(FakeFleet.NOW.minusSeconds(secondsAgo))
                .message(message)
                .severity("INFO")
                .build();
    }
}
