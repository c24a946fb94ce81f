package io.beanpole.console;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.release.DeploymentListener;
import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.DeploymentRequest;
import io.beanpole.deploy.release.Releases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Deployments that end as the test says. */
public final class FakeReleases implements Releases {
    /** The Dockerrun file that each environment runs. */
    public final Map<String, String> dockerruns = new ConcurrentHashMap<>();

    /** By environment, newest first. */
    public final Map<String, List<DeploymentRecord>> history = new ConcurrentHashMap<>();

    public final Map<String, String> rollbackTargets = new ConcurrentHashMap<>();

    /** What a deployment does; refuses until the test says otherwise. */
    public volatile Run run = (environment, version, listener) -> {
        throw new DeployException("This test deploys nothing.");
    };

    @Override
    public Optional<String> dockerrun(String environmentName) {
        return Optional.ofNullable(dockerruns.get(environmentName));
    }

    @Override
    public DeploymentRecord deploy(DeploymentRequest request, DeploymentListener listener) {
        var deployed = run.deploy(request.environmentName(), "new", listener);
        dockerruns.put(request.environmentName(), request.dockerrun());
        return deployed;
    }

    @Override
    public DeploymentRecord deployVersion(
            String environmentName, String versionLabel, String note, DeploymentListener listener) {
        return run.deploy(environmentName, versionLabel, listener);
    }

    @Override
    public DeploymentRecord rollback(String environmentName, DeploymentListener listener) {
        return run.deploy(environmentName, rollbackTarget(environmentName).orElseThrow(), listener);
    }

    @Override
    public Optional<String> rollbackTarget(String environmentName) {
        return Optional.ofNullable(rollbackTargets.get(environmentName));
    }

    @Override
    public List<DeploymentRecord> history(String environmentName) {
        return history.getOrDefault(environmentName, List.of());
    }

    /** One deployment from its beginning to its record. */
    public interface Run {
        DeploymentRecord deploy(String environmentName, String versionLabel, DeploymentListener listener);
    }
}
