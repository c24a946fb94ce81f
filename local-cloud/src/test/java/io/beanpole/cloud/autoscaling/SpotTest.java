package io.beanpole.cloud.autoscaling;

import static io.beanpole.cloud.autoscaling.ScaledCloud.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group of which a part is spare capacity. */
class SpotTest {
    @TempDir
    private Path directory;

    @Test
    void aBaseIsOnDemandAndAShareOfTheRestIsSpot() {
        try (ScaledCloud cloud = cloud(10, 4, 50, false)) {
            assertThat(cloud.machines.launched).hasSize(10);
            assertThat(cloud.machines.spot).hasSize(3);
            assertThat(cloud.group()
                            .mixedInstancesPolicy()
                            .instancesDistribution()
                            .onDemandBaseCapacity())
                    .isEqualTo(4);
            assertThat(cloud.scaling.instances().stream().filter(LaunchedInstance::isSpot))
                    .extracting(LaunchedInstance::id)
                    .containsExactlyInAnyOrderElementsOf(cloud.machines.spot);
            assertThat(cloud.scaling.summary().toString())
                    .contains("purchase=spot")
                    .contains("purchase=on-demand");
        }
    }

    @Test
    void anInterruptionIsAnnouncedAndComesTwoMinutesLaterByThePace() throws Exception {
        try (ScaledCloud cloud = cloud(2, 1, 0, false)) {
            assertThat(cloud.machines.spot).containsExactly("i-2");

            HttpResponse<String> answer = interrupt(cloud, "i-2");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(cloud.machines.warned).containsEntry("i-2", BEGIN.plusSeconds(60));
            assertThat(cloud.machines.interrupted).isEmpty();
            cloud.clock.advance(Duration.ofSeconds(60));
            await().until(() -> cloud.machines.interrupted.contains("i-2"));
            assertThat(cloud.machines.launched).containsExactly("i-1", "i-2", "i-3");
            assertThat(cloud.machines.spot).contains("i-3");
            assertThat(cloud.activities().get(0).cause()).contains("needing to be replaced");
        }
    }

    @Test
    void withRebalancingTheReplacementIsLaunchedAtTheNotice() throws Exception {
        try (ScaledCloud cloud = cloud(2, 1, 0, true)) {
            interrupt(cloud, "i-2");

            assertThat(cloud.machines.launched).containsExactly("i-1", "i-2", "i-3");
            cloud.clock.advance(Duration.ofSeconds(60));
            await().until(() -> cloud.machines.interrupted.contains("i-2"));
            assertThat(cloud.machines.launched).hasSize(3);
        }
    }

    @Test
    void onlyASpotInstanceThatIsThereCanBeInterrupted() throws Exception {
        try (ScaledCloud cloud = cloud(2, 1, 0, false)) {
            assertThat(interrupt(cloud, "i-1").body()).contains("is on demand, which nobody takes away");
            assertThat(interrupt(cloud, "i-77").body()).contains("No managed instance found for instance ID i-77");
            assertThat(interrupt(cloud, "").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void inAShortageOnlyOnDemandInstancesAreLaunchedAndAnActivityTellsOfTheRest() throws Exception {
        try (ScaledCloud cloud = cloud(2, 1, 50, false)) {
            assertThat(post(cloud, "shortage?state=on").body()).contains("true");

            cloud.client.setDesiredCapacity(
                    request -> request.autoScalingGroupName(ScaledCloud.LANE).desiredCapacity(4));

            assertThat(cloud.machines.launched).containsExactly("i-1", "i-2", "i-3");
            assertThat(cloud.machines.spot).isEmpty();
            long looks = failures(cloud);
            await().until(() -> {
                cloud.clock.advance(Duration.ofSeconds(20));
                return failures(cloud) >= looks + 3;
            });
            assertThat(cloud.machines.launched).containsExactly("i-1", "i-2", "i-3");
            assertThat(cloud.machines.spot).isEmpty();
            assertThat(cloud.activities())
                    .filteredOn(each -> each.statusCodeAsString().equals("Failed"))
                    .allSatisfy(each -> assertThat(each.statusMessage())
                            .startsWith("Could not launch Spot Instances. InsufficientInstanceCapacity"));
            assertThat(post(cloud, "shortage?state=off").body()).contains("false");
            await().until(() -> {
                cloud.clock.advance(Duration.ofSeconds(20));
                return cloud.machines.launched.size() == 4;
            });
            assertThat(cloud.machines.spot).containsExactly("i-4");
        }
    }

    @Test
    void whatTheLeverDoesNotKnowIsRefused() throws Exception {
        try (ScaledCloud cloud = cloud(2, 1, 0, false)) {
            assertThat(post(cloud, "shortage?state=maybe").statusCode()).isEqualTo(400);
        }
    }

    private static long failures(ScaledCloud cloud) {
        return cloud.activities().stream()
                .filter(each -> each.statusCodeAsString().equals("Failed"))
                .count();
    }

    private ScaledCloud cloud(int size, int base, int percent, boolean rebalances) {
        ScaledCloud cloud = new ScaledCloud(
                directory, new GroupBounds(size, size + 2, 360, new PurchaseOptions(true, base, percent, rebalances)));
        cloud.comeUp();
        return cloud;
    }

    private static HttpResponse<String> interrupt(ScaledCloud cloud, String instance)
            throws IOException, InterruptedException {
        return post(cloud, "interrupt?instance=" + instance);
    }

    private static HttpResponse<String> post(ScaledCloud cloud, String what) throws IOException, InterruptedException {
        URI uri = cloud.uri().resolve("/_beanpole/spot/" + what);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
