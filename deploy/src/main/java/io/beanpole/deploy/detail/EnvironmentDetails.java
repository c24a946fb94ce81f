package io.beanpole.deploy.detail;

import io.beanpole.deploy.plan.OptionInForce;
import java.util.List;

/** What lies behind one environment, and what can be done to it besides deploying. All of it blocks. */
public interface EnvironmentDetails {
    /** Everything that Elastic Beanstalk made or uses for it, in the order in which a request meets it. */
    List<Resource> resources(String environmentName);

    /** Its option settings with who set each; reads the source bundle of its version for that. */
    List<OptionInForce> options(String application, String environmentName);

    /**
     * Protects an instance from scale-in, or lets go of it, in the group that holds it at that moment.
     *
     * @throws io.beanpole.deploy.DeployException when no group holds it any more
     */
    void protect(String instanceId, boolean isProtected);

    /** Restarts the application on all instances; requests fail while it does. */
    void restartApplication(String environmentName);

    /** Terminates all that was made for it and makes it anew; the environment is away meanwhile. */
    void rebuild(String environmentName);
}
