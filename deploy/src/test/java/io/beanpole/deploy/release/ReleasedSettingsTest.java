package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.spec.OptionName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release that changes settings, with the version or without, and how it is taken back. */
class ReleasedSettingsTest {
    private static final String JOBS = "shop-local-jobs";
    private static final String WEB = "shop-local-web";
    private static final OptionName TRIES = new OptionName(OptionName.PROPERTIES, "TRIES");
    private static final OptionName NEW = new OptionName(OptionName.PROPERTIES, "NEW");

    private final FakeCloud cloud = new FakeCloud();
    private final FakeShelf shelf = new FakeShelf();
    private final FakeRecords records = new FakeRecords();

    @BeforeEach
    void versionOneRunsWithThreeTries() {
        for (var name : List.of(JOBS, WEB)) {
            cloud.succeed(name, "v1");
            cloud.setSettings(name, new TreeMap<>(Map.of(TRIES, "3")));
        }
        cloud.onUpdate(cloud::succeed);
        shelf.bundles.put(new VersionName("shop", "v1"), SourceBundle.read("{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whoRefusesTheSettingsStillGoesBackToItsVersion() {
        cloud.onSettings(() -> {
            throw new DeployException("The value 9 is not valid.");
        });

        assertThatThrownBy(() -> run(goal(JOBS, "v2", Map.of(TRIES, "9")), goal(WEB, "v2", Map.of())))
                .hasMessageContaining("has taken the version, but refused the settings. The value 9 is not valid.")
                .hasMessageContaining(JOBS + " runs v1 again on every instance.")
                .hasMessageContaining(WEB + " was not touched.");

        assertThat(cloud.find(JOBS).orElseThrow().versionLabel()).isEqualTo("v1");
    }

    @Test
    void settingsThatChangeAloneAreRecorded() {
        assertThat(run(goal(JOBS, "v1", Map.of(TRIES, "9")), goal(WEB, "v1", Map.of(TRIES, "3"))))
                .extracting(DeploymentRecord::environmentName)
                .containsExactly(JOBS);

        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(records.only().fromVersion()).isEqualTo("v1");
        assertThat(records.only().toVersion()).isEqualTo("v1");
    }

    @Test
    void settingsThatChangedAloneGoBackWithoutADeploymentWhenALaterWaveFails() {
        cloud.onUpdate((name, label) -> {
            if (label.equals("v2")) {
                cloud.say(name, "ERROR", "The page is empty.");
            }
            cloud.succeed(name, "v1");
        });

        assertThatThrownBy(() -> run(goal(JOBS, "v1", Map.of(TRIES, "9", NEW, "1")), goal(WEB, "v2", Map.of())))
                .hasMessageContaining(JOBS + " keeps settings that had no value before:")
                .hasMessageContaining(JOBS + " runs v1 again on every instance.");

        assertThat(cloud.settings(cloud.find(JOBS).orElseThrow())).containsEntry(TRIES, "3");
        assertThat(cloud.requests).doesNotContain("version " + JOBS);
    }

    private List<DeploymentRecord> run(Goal consumer, Goal producer) {
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ofMillis(50),
                Duration.ZERO,
                Duration.ofMillis(20));
        var journal = new DeploymentJournal(records, () -> "she", Clock.systemUTC());
        var parts = new ReleaseParts(cloud, cloud, shelf, journal, following, Clock.systemUTC(), note -> {});
        return new OrderedRelease(parts, image -> true, name -> new TreeMap<>(), line -> {})
                .run(List.of(List.of(consumer), List.of(producer)));
    }

    private static Goal goal(String name, String label, Map<OptionName, String> settings) {
        return new VersionGoal(
                "shop", name, label, List.of(), new Purpose("", "", "release-7"), new TreeMap<>(settings), false);
    }
}
