package io.beanpole.deploy.release;

import java.util.List;
import java.util.Optional;

/** The deployments of an account and region: what runs, what ran, and how to change it. */
public interface Releases {
    /**
     * The Dockerrun.aws.json of the version that an environment runs; empty when its bundle holds none or can't be read
     * any more, and when it has no version yet.
     */
    Optional<String> dockerrun(String environmentName);

    /**
     * Makes a version of the request's Dockerrun file and the rest of the deployed bundle, deploys it and follows it to
     * its end. Blocks for as long as the deployment takes; what happens on the way is told to the listener on the
     * calling thread. An outcome other than success is in the record, not an exception; an exception means that nothing
     * was asked of AWS or that it refused.
     */
    DeploymentRecord deploy(DeploymentRequest request, DeploymentListener listener);

    /** Deploys a version that exists, and follows it in the same way. */
    DeploymentRecord deployVersion(
            String environmentName, String versionLabel, String note, DeploymentListener listener);

    /** Deploys what the last successful deployment that differs from the present version replaced. */
    DeploymentRecord rollback(String environmentName, DeploymentListener listener);

    /** The version that a rollback would deploy. */
    Optional<String> rollbackTarget(String environmentName);

    /** The records of an environment's deployments, newest first. */
    List<DeploymentRecord> history(String environmentName);
}
