package io.beanpole.deploy.cli;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.release.DeploymentListener;
import java.util.List;

/** A deployment as lines for the person who waits. */
record DeploymentProgress(Progress progress) implements DeploymentListener {
    @Override
    public void phase(String name) {
        progress.say("- " + name);
    }

    @Override
    public void event(EnvironmentEvent event) {
        progress.say(event.severity() + " " + event.message());
    }

    @Override
    public void instances(int updated, int all, List<String> waitingFor) {
        progress.say(updated + " of " + all + " instances run the version");
    }
}
