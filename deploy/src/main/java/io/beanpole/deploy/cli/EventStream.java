package io.beanpole.deploy.cli;

import io.beanpole.deploy.Patience;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.Environments;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.local.LocalCloudState;
import io.beanpole.deploy.spec.DeploymentSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of all environments from now on, for as long as the local cloud runs. */
record EventStream(
        Checkout checkout, AwsAccess access, @Nullable String application, Progress progress) {
    private static final Patience FOLLOWING = Patience.whileAsked(Duration.ofMillis(1500));

    /** Those of the application that deployment.yml describes. */
    static EventStream of(Checkout checkout, DeploymentSpec spec, Progress progress) {
        var access = checkout.access(checkout.localStage(spec)).aws();
        return new EventStream(checkout, access, spec.application(), progress);
    }

    /** Those of whatever runs. */
    static EventStream ofAllApplications(Checkout checkout, LocalCloudState state, Progress progress) {
        return new EventStream(checkout, state.access(), null, progress);
    }

    /** Returns when the local cloud has ended, however that came. */
    void follow() {
        var seen = new HashSet<EnvironmentEvent>();
        var from = Instant.now();
        try (var environments = new Environments(access, application)) {
            FOLLOWING.await("events", () -> {
                var running = checkout.localCloud().running().isPresent();
                if (running) {
                    look(environments, from, seen);
                }
                return !running;
            });
        }
    }

    private void look(Environments environments, Instant from, Set<EnvironmentEvent> seen) {
        for (var environment : environments.all()) {
            for (var event : environments.events(environment, from)) {
                if (seen.add(event)) {
                    progress.of(environment.name()).say(event.severity() + " " + event.message());
                }
            }
        }
    }
}
