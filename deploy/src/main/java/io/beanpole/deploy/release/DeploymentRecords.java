package io.beanpole.deploy.release;

import java.util.List;

/** The memory of deployments. */
public interface DeploymentRecords {
    /** Keeps a record, in place of an earlier one of the same id. */
    void save(DeploymentRecord deployment);

    /** The newest records of an environment, newest first. */
    List<DeploymentRecord> newest(String application, String environmentName);
}
