package io.beanpole.deploy.release;

import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import java.util.List;

/** Hears what happens while a deployment runs. */
public interface DeploymentListener {
    /** A phase begins: version, upload, processing, update, instances, settings. */
    void phase(String name);

    /** An event of the environment that belongs to the deployment, oldest first. */
    void event(EnvironmentEvent event);

    /** How many of the environment's instances run the new version. */
    void instances(int updated, int all, List<String> waitingFor);

    /** What is done or found out, in a sentence; nobody has to listen. */
    default void note(String sentence) {}
}
