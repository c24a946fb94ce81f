package io.beanpole.console;

import io.beanpole.deploy.detail.EnvironmentDetails;
import io.beanpole.deploy.detail.Resource;
import io.beanpole.deploy.plan.OptionInForce;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Details that the test puts in, and what it was told to do. */
public final class FakeDetails implements EnvironmentDetails {
    public volatile List<Resource> resources = List.of();
    public volatile List<OptionInForce> options = List.of();

    /** What was done, as "protect i-1 true", "restart NAME". */
    public final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public List<Resource> resources(String environmentName) {
        return resources;
    }

    @Override
    public List<OptionInForce> options(String application, String environmentName) {
        return options;
    }

    @Override
    public void protect(String instanceId, boolean isProtected) {
        done.add("protect " + instanceId + " " + isProtected);
    }

    @Override
    public void restartApplication(String environmentName) {
        done.add("restart " + environmentName);
    }

    @Override
    public void rebuild(String environmentName) {
        done.add("rebuild " + environmentName);
    }
}
