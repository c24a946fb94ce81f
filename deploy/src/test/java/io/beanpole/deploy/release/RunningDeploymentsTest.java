package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.action.ActionJournal;
import io.beanpole.deploy.action.ActionRecord;
import io.beanpole.deploy.action.ActionRecords;
import io.beanpole.deploy.beanstalk.FakeCloud;
import io.beanpole.deploy.beanstalk.InstanceState;
import io.beanpole.deploy.beanstalk.VersionName;
import io.beanpole.deploy.bundle.SourceBundle;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deployments that somebody began and nobody follows any more; the cloud's first event is of the first second. */
class RunningDeploymentsTest {
    private static final String WEB = "shop-local-web";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final FakeCloud cloud = new FakeCloud();
    private final FakeShelf shelf = new FakeShelf();
    private final FakeRecords records = new FakeRecords();
    private final List<ActionRecord> actions = new ArrayList<>();
    private final HeardDeployment heard = new HeardDeployment();

    @BeforeEach
    void aDeploymentIsUnderWay() {
        for (var label : List.of("v1", "v2")) {
            shelf.bundles.put(
                    new VersionName("shop", label),
                    SourceBundle.read("{\"old\": true}".getBytes(StandardCharsets.UTF_8)));
        }
        var change = new VersionChange("shop", WEB, "v1", "v2", List.of(), "Rolling", Purpose.of("hers"));
        var journal = new DeploymentJournal(records, () -> "she", CLOCK);
        journal.begin(change, journal.phases(phase -> {}));
        cloud.set(WEB, "Updating", "v2");
        cloud.say(WEB, "INFO", "Environment update is starting.");
    }

    @Test
    void whoeverWatchesItToItsEndClosesTheRecord() {
        cloud.onLook(() -> cloud.succeed(WEB, "v2"));

        var followed = running().watch(WEB, heard);

        assertThat(followed.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(records.only().actor()).isEqualTo("she");
        assertThat(records.only().note()).isEqualTo("hers");
        assertThat(heard.lines).contains("INFO Environment update is starting.", "1 of 1");
    }

    @Test
    void itsFailureIsSeenThoughItWasOverBeforeAnybodyLooked() {
        cloud.say(WEB, "ERROR", "The container ended.");
        cloud.set(WEB, "Ready", "v1");

        var followed = running().watch(WEB, heard);

        assertThat(followed.outcome()).isEqualTo(DeploymentOutcome.FAILED);
        assertThat(records.only().message()).isEqualTo("The container ended.");
        assertThat(records.only().took()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatSomebodyElseBeganWithoutARecordIsFollowedByTheEnvironmentsOwnWord() {
        records.clear();
        cloud.onLook(() -> cloud.succeed(WEB, "v9"));

        var followed = running().watch(WEB, heard);

        assertThat(followed.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(followed.message()).isEqualTo("Every instance runs v9.");
        assertThat(followed.record()).isEmpty();
    }

    @Test
    void nothingGoingOnIsNoFailure() {
        records.clear();
        cloud.succeed(WEB, "v1");

        assertThat(running().watch(WEB, heard).message()).contains("Nothing is being done to it");
        assertThatThrownBy(() -> running().abort(WEB)).hasMessageContaining("There is nothing to abort");
    }

    @Test
    void anAbortSaysWhatItLeavesAndIsWrittenDown() {
        cloud.setInstances(
                WEB,
                new InstanceState("i-1", "Ok", "v2", "Deployed"),
                new InstanceState("i-2", "Ok", "v1", "Deployed"));

        var aborted = running().abort(WEB);

        assertThat(cloud.requests).containsExactly("abort " + WEB);
        assertThat(aborted.message()).contains("to v2 was aborted", "the fleet may be mixed");
        assertThat(aborted.versions()).containsEntry("i-1", "v2 Deployed").containsEntry("i-2", "v1 Deployed");
        assertThat(records.only().outcome()).isEqualTo(DeploymentOutcome.FAILED);
        assertThat(records.only().wasAborted()).isTrue();
        assertThat(actions).extracting(ActionRecord::action).containsExactly("abort");
    }

    @Test
    void onlyTheOperationThatAPersonAgreedToStopIsAborted() {
        var agreed = running().abortion(WEB).operation().orElseThrow();
        records.clear();

        assertThatThrownBy(() -> running().abort(WEB, agreed)).hasMessageContaining("something else has begun since");
        assertThat(cloud.requests).isEmpty();

        var present = running().abortion(WEB).operation().orElseThrow();
        running().abort(WEB, present);
        assertThat(cloud.requests).containsExactly("abort " + WEB);
    }

    @Test
    void whereNothingIsGoingOnThereIsNoOperationToAbort() {
        records.clear();
        cloud.succeed(WEB, "v1");

        assertThat(running().abortion(WEB).operation()).isEmpty();
    }

    @Test
    void theSameVersionJoinsWhatIsUnderWayAndAnotherIsToldWhoseItIs() {
        assertThatThrownBy(() -> releases().deployVersion(WEB, "v1", "", heard))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining(WEB + " is Updating")
                .hasMessageContaining("she began to deploy v2 at 2026-01-01T00:00:00Z");
        assertThat(cloud.requests).isEmpty();

        cloud.onLook(() -> cloud.succeed(WEB, "v2"));
        var joined = releases().deployVersion(WEB, "v2", "", heard);

        assertThat(joined.outcome()).isEqualTo(DeploymentOutcome.SUCCEEDED);
        assertThat(joined.actor()).isEqualTo("she");
        assertThat(records.only()).isEqualTo(joined);
    }

    @Test
    void twoNamesAreSwappedAndAWorkerHasNone() {
        cloud.succeed(WEB, "v1");
        cloud.succeed("shop-green", "v2");
        cloud.succeed("shop-jobs", "v1");
        cloud.setName(WEB, "web.example");
        cloud.setName("shop-green", "green.example");
        var swap = new NameSwap(parts(), journal());

        assertThat(swap.swap(WEB, "shop-green"))
                .containsExactly(
                        new NameSwap.Named("shop-green", "web.example", "v2"),
                        new NameSwap.Named(WEB, "green.example", "v1"));
        assertThat(actions).extracting(ActionRecord::environmentName).containsExactlyInAnyOrder("shop-green", WEB);
        assertThatThrownBy(() -> swap.preview(WEB, "shop-jobs")).hasMessageContaining("shop-jobs has no name to swap");
        assertThatThrownBy(() -> swap.preview(WEB, WEB)).hasMessageContaining("both are " + WEB);
    }

    @Test
    void theHistoryTellsDeploymentsAndActionsAndFindsOneByTheEndOfItsId() {
        running().abort(WEB);
        var history = new History(parts(), kept());

        assertThat(history.of("shop", List.of(WEB)))
                .extracting(History.Entry::action)
                .containsExactlyInAnyOrder("abort", "deploy");
        var id = records.only().id();
        assertThat(history.deployment("shop", List.of(WEB), id.substring(id.length() - 4)))
                .isEqualTo(records.only());
        assertThat(history.deployment("shop", List.of(WEB), "newest")).isEqualTo(records.only());
        assertThatThrownBy(() -> history.deployment("shop", List.of(WEB), "zzzz"))
                .hasMessageContaining("No deployment is recorded whose id is or ends in 'zzzz'");
    }

    private RunningDeployments running() {
        return new RunningDeployments(parts(), journal());
    }

    private Releases releases() {
        return new ElasticBeanstalkReleases(parts(), image -> !image.contains("gone"), () -> {});
    }

    private ActionJournal journal() {
        return new ActionJournal(kept(), () -> "he", CLOCK);
    }

    private ActionRecords kept() {
        return new ActionRecords() {
            @Override
            public void save(ActionRecord action) {
                actions.add(action);
            }

            @Override
            public List<ActionRecord> newest(String application, String environmentName) {
                return actions.stream()
                        .filter(action -> action.environmentName().equals(environmentName))
                        .toList();
            }
        };
    }

    private ReleaseParts parts() {
        var following = new Following(
                new Patience(Duration.ofSeconds(20), Duration.ofMillis(1)),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        var journal = new DeploymentJournal(records, () -> "he", CLOCK);
        return new ReleaseParts(cloud, cloud, shelf, journal, following, CLOCK, note -> {});
    }
}
