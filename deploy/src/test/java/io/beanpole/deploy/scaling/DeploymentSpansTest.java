package io.beanpole.deploy.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.scaling.why.DeploymentSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

class DeploymentSpansTest {
    private static final Instant THEN = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void anUpdateLastsFromItsFirstEventToTheOneThatEndsIt() {
        var events = List.of(
                event(0, "Environment update is starting."),
                event(5, "Updating environment lane's configuration settings."),
                event(60, "Environment update completed successfully."),
                event(90, "Environment health has transitioned from Info to Ok."));

        assertThat(DeploymentSpans.spans(events, false))
                .containsExactly(new DeploymentSpan(THEN, THEN.plusSeconds(60), "a change of option settings"));
    }

    @Test
    void oneThatGoesOnHasNoEnd() {
        var events = List.of(
                event(0, "Environment update is starting."),
                event(5, "Batch 1: Starting application deployment on instance(s) [i-1]."));

        assertThat(DeploymentSpans.spans(events, true)).containsExactly(new DeploymentSpan(THEN, null, "a deployment"));
    }

    @Test
    void oneWhoseEndIsUnknownEndsWithTheLastEventOfAnEnvironmentThatIsReady() {
        var events = List.of(event(0, "createEnvironment is starting."), event(40, "Something new in 2027."));

        assertThat(DeploymentSpans.spans(events, false))
                .containsExactly(new DeploymentSpan(THEN, THEN.plusSeconds(40), "the creation of the environment"));
    }

    @Test
    void aSecondOneEndsTheFirst() {
        var events = List.of(
                event(0, "Environment update is starting."),
                event(30, "Failed to deploy application."),
                event(50, "Environment update is starting."));

        assertThat(DeploymentSpans.spans(events, true))
                .extracting(DeploymentSpan::to)
                .containsExactly(THEN.plusSeconds(30), null);
    }

    @Test
    void otherOperationsAreNoDeployments() {
        var events = List.of(
                event(0, "requestEnvironmentInfo is starting."),
                event(10, "restartAppServer is starting."),
                event(20, "swapEnvironmentCNAMEs is starting."),
                event(30, "abortEnvironmentUpdate is starting."));

        assertThat(DeploymentSpans.spans(events, false)).isEmpty();
    }

    @Test
    void oneThatEndsWithErrorsEndsToo() {
        var events = List.of(
                event(0, "createEnvironment is starting."),
                event(40, "Create environment operation is complete, but with errors. For more information, see ..."),
                event(50, "rebuildEnvironment is starting."),
                event(90, "rebuildEnvironment completed successfully."),
                event(99, "Environment health has transitioned from Info to Ok."));

        assertThat(DeploymentSpans.spans(events, false))
                .containsExactly(
                        new DeploymentSpan(THEN, THEN.plusSeconds(40), "the creation of the environment"),
                        new DeploymentSpan(
                                THEN.plusSeconds(50), THEN.plusSeconds(90), "the rebuilding of the environment"));
    }

    @Test
    void anAbortedOneEndsWhenItWasAborted() {
        var events = List.of(
                event(0, "Environment update is starting."),
                event(1, "abortEnvironmentUpdate is starting."),
                event(2, "The environment update was aborted. Instances may run either version."),
                event(1500, "Pulled logs for environment instances."));

        assertThat(DeploymentSpans.spans(events, false))
                .containsExactly(new DeploymentSpan(THEN, THEN.plusSeconds(2), "an update of the environment"));
    }

    @Test
    void whatHappensBesideItDoesNotMakeItLonger() {
        var events = List.of(
                event(0, "Environment update is starting."),
                event(40, "Something new in 2027."),
                event(900, "requestEnvironmentInfo is starting."),
                event(910, "Pulled logs for environment instances."),
                event(950, "Environment health has transitioned from Info to Ok."),
                event(990, "Added instance [i-2] to your environment."));

        assertThat(DeploymentSpans.spans(events, false))
                .extracting(DeploymentSpan::to)
                .containsExactly(THEN.plusSeconds(40));
    }

    @Test
    void eventsThatNameAnotherRequestAreNoneOfIts() {
        var events = List.of(
                event(0, "Environment update is starting.", "one"),
                event(40, "Something new in 2027.", "one"),
                event(900, "Something else.", "two"));

        assertThat(DeploymentSpans.spans(events, false))
                .extracting(DeploymentSpan::to)
                .containsExactly(THEN.plusSeconds(40));
    }

    private static EventDescription event(int seconds, String message, String request) {
        return event(seconds, message).toBuilder().requestId(request).build();
    }

    private static EventDescription event(int seconds, String message) {
        return EventDescription.builder()
                .eventDate(THEN.plusSeconds(seconds))
                .message(message)
                .build();
    }
}
