package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import java.util.ArrayList;
import java.util.List;

/** A listener that keeps what it heard, as short lines in order. */
final class HeardDeployment implements DeploymentListener {
    final List<String> lines = new ArrayList<>();

    @Override
    public void phase(String name) {
        lines.add(name);
    }

    @Override
    public void event(EnvironmentEvent event) {
        lines.add(event.severity() + " " + event.message());
    }

    @Override
    public void instances(int updated, int all, List<String> waitingFor) {
        lines.add(updated + " of " + all);
    }
}
