package io.beanpole.deploy.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.beanstalk.DeploymentWatch.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a deployment counts as done, and when as failed. */
class DeploymentWatchTest {
    private final FakeCloud cloud = new FakeCloud();
    private final List<String> said = new ArrayList<>();

    @Test
    void readyWithTheVersionOnEveryInstanceIsSuccess() {
        var watch = watch();
        cloud.succeed("web", "v2");

        assertThat(watch.look()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void readyIsNotSuccessWhileAnInstanceRunsTheOldVersion() {
        var watch = watch();
        cloud.succeed("web", "v2");
        cloud.setInstances(
                "web",
                new InstanceState("i-1", "Ok", "v2", "Deployed"),
                new InstanceState("i-2", "Ok", "v1", "Deployed"));

        assertThat(watch.look()).isEqualTo(Outcome.PENDING);
        assertThat(watch.waitingFor()).isEqualTo("i-2 (v1 Deployed)");
    }

    @Test
    void readyIsNotSuccessWithoutAnInstanceOrWithAFailedOne() {
        var watch = watch();
        cloud.set("web", "Ready", "v2");
        assertThat(watch.look()).isEqualTo(Outcome.PENDING);

        cloud.setInstances("web", new InstanceState("i-1", "Severe", "v2", "Failed"));
        assertThat(watch.look()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void anEnvironmentThatWantsNoInstanceIsDoneWithoutOne() {
        var watch = watch();
        cloud.set("web", "Ready", "v2");
        cloud.wantNoInstances();

        assertThat(watch.look()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void withBasicHealthTheVersionLabelAndTheEventsDecide() {
        cloud.useBasicHealth();
        var watch = watch();
        assertThat(watch.look()).isEqualTo(Outcome.PENDING);
        cloud.set("web", "Ready", "v1");
        assertThat(watch.look()).isEqualTo(Outcome.PENDING);
        cloud.set("web", "Ready", "v2");
        assertThat(watch.look()).isEqualTo(Outcome.SUCCEEDED);
        cloud.say("web", "ERROR", "The command failed on i-1.");
        assertThat(watch.look()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anErrorSinceTheRequestIsFailureEvenIfAllLooksWell() {
        var watch = watch();
        cloud.succeed("web", "v2");
        cloud.say("web", "ERROR", "One instance did not start.");

        assertThat(watch.look()).isEqualTo(Outcome.FAILED);
        assertThat(watch.lastEvents()).hasSize(1).first().asString().endsWith("ERROR One instance did not start.");
    }

    @Test
    void anErrorFromBeforeTheRequestIsOldNews() {
        cloud.say("web", "ERROR", "Yesterday's failure.");
        var watch = watch();
        cloud.say("web", "INFO", "Update is starting.");
        cloud.succeed("web", "v2");

        assertThat(watch.look()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(said).containsExactly("INFO Update is starting.");
    }

    @Test
    void eachEventIsToldOnce() {
        var watch = watch();
        cloud.say("web", "INFO", "One.");
        watch.look();
        cloud.say("web", "INFO", "Two.");
        watch.look();
        watch.look();

        assertThat(said).containsExactly("INFO One.", "INFO Two.");
    }

    @Test
    void anEnvironmentThatIsTerminatedMeanwhileHasFailed() {
        var watch = watch();
        cloud.set("web", "Terminating", "v2");

        assertThat(watch.look()).isEqualTo(Outcome.FAILED);
    }

    private void say(EnvironmentEvent event) {
        said.add(event.severity() + " " + event.message());
    }

    private DeploymentWatch watch() {
        return new DeploymentWatch(cloud, cloud.set("web", "Updating", "v2"), "v2", this::say).fromNow();
    }
}
