package io.beanpole.deploy.release;

import io.beanpole.deploy.spec.OptionName;
import java.util.List;

/** What a deployment does: one environment goes from one version to another. The parts are those of its record. */
public record VersionChange(
        String application,
        String environmentName,
        String fromVersion,
        String toVersion,
        List<String> images,
        String policy,
        String note) {
    /** The option that says how a version reaches the instances. */
    public static final OptionName POLICY = new OptionName("aws:elasticbeanstalk:command", "DeploymentPolicy");

    /** What Elastic Beanstalk does when the option isn't set. */
    public static final String DEFAULT_POLICY = "AllAtOnce";
}
