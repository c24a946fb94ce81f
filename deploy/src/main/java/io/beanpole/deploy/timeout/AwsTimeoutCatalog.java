package io.beanpole.deploy.timeout;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.spec.DeclaredTimes;
import io.beanpole.deploy.spec.Tier;
import java.util.Map;

/** Times as Elastic Beanstalk, SQS and the deployed bundle tell them. */
public final class AwsTimeoutCatalog implements TimeoutCatalog, AutoCloseable {
    private final TimeoutReading reading;
    private final Map<Tier, DeclaredTimes> declared;

    /**
     * Reached by this way.
     *
     * @param declared what deployment.yml says of the applications' own times; empty where there is none
     */
    public AwsTimeoutCatalog(AwsAccess access, Map<Tier, DeclaredTimes> declared) {
        this.reading = new TimeoutReading(access);
        this.declared = declared;
    }

    @Override
    public TimeoutStudy of(String environmentName) {
        return reading.of(declared, environmentName).study();
    }

    @Override
    public void close() {
        reading.close();
    }
}
