package io.beanpole.deploy.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.fleet.LastDeployment.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

class AwsFleetCatalogTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Test
    void twoHundredEnvironmentsTakeTwelveRequestsAReadingAtMost() {
        var cloud = new FakeFleet(200);
        var catalog = opened(cloud);

        for (int reading = 0; reading < 60; reading++) {
            cloud.requests.clear();
            var fleet = catalog.read();
            assertThat(cloud.requests).hasSizeLessThanOrEqualTo(AwsFleetCatalog.MOST_REQUESTS);
            assertThat(fleet.requests()).isEqualTo(cloud.requests.size());
            assertThat(fleet.environments()).hasSize(200);
            assertThat(fleet.notTold()).isEmpty();
            cloud.clock.now = cloud.clock.now.plus(INTERVAL);
        }
    }

    /** As the window does: the chosen environment's instances and events at each refresh, all alarms at every third. */
    @Test
    void whatTheRestOfTheWindowAsksIsTakenFromTheTwelve() {
        var cloud = new FakeFleet(200);
        var catalog = opened(cloud);
        var fleet = Fleet.EMPTY;

        for (int refresh = 0; refresh < 360; refresh++) {
            cloud.requests.clear();
            var others = refresh % 3 == 0 ? 3 + 5 : 3;
            for (int i = 0; i < others; i++) {
                cloud.budget.sent("CloudWatch", "DescribeAlarms", 0);
            }
            fleet = catalog.read();
            assertThat(others + cloud.requests.size()).isLessThanOrEqualTo(AwsFleetCatalog.MOST_REQUESTS);
            cloud.clock.now = cloud.clock.now.plus(INTERVAL);
        }

        assertThat(fleet.environments())
                .allSatisfy(row -> assertThat(row.versions()).containsExactly("v1"));
    }

    @Test
    void whatOnlyARequestForEachTellsIsKnownOfAllAfterAFewMinutes() {
        var cloud = new FakeFleet(200);
        var catalog = opened(cloud);
        var fleet = Fleet.EMPTY;

        for (int reading = 0; reading < 150; reading++) {
            fleet = catalog.read();
            cloud.clock.now = cloud.clock.now.plus(INTERVAL);
        }

        assertThat(fleet.environments()).allSatisfy(row -> {
            assertThat(row.versions()).containsExactly("v1");
            assertThat(row.overview().causes())
                    .hasSize(row.overview().healthStatus().equals("Ok") ? 0 : 1);
        });
    }

    @Test
    void metricsOfAllQueuesAreAskedForOnceAMinute() {
        var cloud = new FakeFleet(200);
        var catalog = opened(cloud);

        for (int reading = 0; reading < 6; reading++) {
            catalog.read();
            cloud.clock.now = cloud.clock.now.plus(INTERVAL);
        }

        assertThat(cloud.requests.stream().filter("getMetricData"::equals)).hasSize(2);
    }

    @Test
    void aWorkersRowTellsItsQueueAndAWebEnvironmentHasNone() {
        var fleet = opened(new FakeFleet(80)).read();

        assertThat(row(fleet, "environment-0").queue()).isEmpty();
        assertThat(row(fleet, "environment-1").queue()).hasValueSatisfying(queue -> {
            assertThat(queue.depth()).isEqualTo(5);
            assertThat(queue.deadLetters()).isEqualTo(7);
            assertThat(queue.oldest()).contains(Duration.ofSeconds(5));
            assertThat(queue.hour()).extracting(FleetQueue.Depth::messages).containsExactly(3.0, 5.0);
            assertThat(queue.isCounted()).isFalse();
        });
        assertThat(row(fleet, "environment-1").group())
                .contains(new FleetGroup(List.of("awseb-" + FakeFleet.id(1)), 1, 2, 1, 1, 4));
    }

    @Test
    void theQueuesOfAFewWorkersAreCountedBySqsItself() {
        var queue =
                row(opened(new FakeFleet(3)).read(), "environment-1").queue().orElseThrow();

        assertThat(queue.isCounted()).isTrue();
        assertThat(queue.depth()).isEqualTo(42);
        assertThat(queue.deadLetters()).isEqualTo(43);
        assertThat(queue.hour()).hasSize(2);
    }

    @Test
    void aFailedDeploymentStaysTheLastOneThoughSettingsWereChangedAfterwards() {
        var cloud = new FakeFleet(1);
        event(cloud, 600, "Environment update is starting.", "v2");
        event(cloud, 500, "Failed to deploy application.", null);
        event(cloud, 400, "Environment update is starting.", null);
        event(cloud, 390, "Updating environment environment-0's configuration settings.", null);
        event(cloud, 300, "Environment update completed successfully.", null);
        var catalog = opened(cloud);

        assertThat(row(catalog.read(), "environment-0").lastDeployment())
                .contains(new LastDeployment(FakeFleet.NOW.minusSeconds(600), "v2", Outcome.FAILED));
        event(cloud, 10, "Environment update is starting.", "v3");
        assertThat(row(catalog.read(), "environment-0").lastDeployment())
                .map(LastDeployment::outcome)
                .contains(Outcome.RUNNING);
        event(cloud, 5, "Environment update completed successfully.", null);
        assertThat(row(catalog.read(), "environment-0").lastDeployment())
                .map(LastDeployment::outcome)
                .contains(Outcome.SUCCEEDED);
    }

    @Test
    void instancesThatRunAnotherVersionAreDrift() {
        var cloud = new FakeFleet(2);
        cloud.versions.put(FakeFleet.id(1), List.of("v1", "v0"));
        var catalog = opened(cloud);
        catalog.read();

        var fleet = catalog.read();

        assertThat(row(fleet, "environment-0").hasDrifted()).isFalse();
        assertThat(row(fleet, "environment-1").hasDrifted()).isTrue();
        assertThat(row(fleet, "environment-1").versions()).containsExactly("v0", "v1");
    }

    @Test
    void aPlatformSaysItsNewerVersionAndThatItEnds() {
        var catalog = opened(new FakeFleet(1));
        catalog.read();

        var platform = row(catalog.read(), "environment-0").platform();

        assertThat(platform.newer()).contains("4.10.1");
        assertThat(platform.isEnding()).isTrue();
    }

    @Test
    void anEnvironmentThatIsGoneIsForgotten() {
        var cloud = new FakeFleet(3);
        var catalog = opened(cloud);
        catalog.read();

        cloud.environments.remove(FakeFleet.id(2));

        assertThat(catalog.read().environments())
                .extracting(FleetEnvironment::name)
                .containsExactly("environment-0", "environment-1");
    }

    @Test
    void theFirstReadingTellsTheListAndTheGroupsInTwoRequests() {
        var fleet = new FakeFleet(80).catalog().read();

        assertThat(fleet.requests()).isEqualTo(2);
        assertThat(fleet.environments())
                .hasSize(80)
                .allSatisfy(row -> assertThat(row.group()).isPresent());
    }

    /** A catalog whose first, quick reading is over. */
    private static AwsFleetCatalog opened(FakeFleet cloud) {
        var catalog = cloud.catalog();
        catalog.read();
        cloud.requests.clear();
        return catalog;
    }

    private static FleetEnvironment row(Fleet fleet, String name) {
        return fleet.environments().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void event(FakeFleet cloud, long secondsAgo, String message, String version) {
        cloud.events.add(EventDescription.builder()
                .environmentName("environment-0")
                .eventDate(FakeFleet.NOW.minusSeconds(secondsAgo))
                .message(message)
                .versionLabel(version)
                .severity("INFO")
                .build());
    }
}
