package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.traffic.TrafficSummary;
import java.time.Instant;

/**
 * What an instance must be for a deployment to go on: as well as HealthCheckSuccessThreshold asks, by enhanced health
 * with its requests, and not only alive (evidence: [D], reference 1.9 and 3.6). That the environment expects another
 * version by now or still is no fault of an instance that is being deployed to.
 *
 * @param worst the status that just passes; an instance that is still Pending passes never
 * @param is4xxCounted whether 4xx answers lower its health
 */
public record HealthThreshold(HealthStatus worst, boolean is4xxCounted) {
    private static final String NAMESPACE = "aws:elasticbeanstalk:healthreporting:system";

    /** As the option settings say; Ok, which Info passes too because it is as green, when they don't. */
    public static HealthThreshold of(OptionSettings settings) {
        HealthStatus worst =
                switch (settings.text(NAMESPACE, "HealthCheckSuccessThreshold").orElse("Ok")) {
                    case "Warning" -> HealthStatus.WARNING;
                    case "Degraded" -> HealthStatus.DEGRADED;
                    case "Severe" -> HealthStatus.SEVERE;
                    default -> HealthStatus.INFO;
                };
        ConfigDocument document = settings.text(NAMESPACE, "ConfigDocument")
                .map(ConfigDocument::parse)
                .orElse(ConfigDocument.DEFAULT);
        return new HealthThreshold(worst, document.isApplication4xxCounted());
    }

    /** Whether the instance passes a check now. */
    public boolean isPassedBy(WatchedInstance instance, Instant now) {
        return isPassed(health(instance, now));
    }

    /** Whether these requests, taken together, are answered well enough. */
    public boolean isPassedBy(TrafficSummary traffic) {
        return isPassed(new Diagnosis().requests(traffic, is4xxCounted).view());
    }

    /** The instance's health by itself, held against the version that it runs. */
    public EnvironmentHealthView health(WatchedInstance instance, Instant now) {
        DeploymentReport deployment = instance.deployment();
        return InstanceHealth.of(
                instance, new InstanceHealth.Expected(deployment.version(), deployment.id(), is4xxCounted), now);
    }

    private boolean isPassed(EnvironmentHealthView view) {
        return view.health() != HealthStatus.PENDING && !view.health().isWorseThan(worst);
    }
}
