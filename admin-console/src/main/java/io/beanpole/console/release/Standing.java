package io.beanpole.console.release;

import io.beanpole.deploy.release.DeploymentRecord;
import io.beanpole.deploy.release.Releases;
import java.util.List;
import java.util.Optional;

/** How an environment stands with its deployments: what it runs, what a rollback would return to, what was. */
record Standing(
        String environmentName,
        Optional<String> dockerrun,
        Optional<String> rollbackTarget,
        List<DeploymentRecord> history) {
    static Standing of(String environmentName, Releases releases) {
        return new Standing(
                environmentName,
                releases.dockerrun(environmentName),
                releases.rollbackTarget(environmentName),
                releases.history(environmentName));
    }
}
