package io.beanpole.deploy.beanstalk;

import static java.util.Objects.requireNonNullElse;

import io.beanpole.deploy.aws.AwsCall;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentHealthAttribute;

/** The health of an environment: what its agents report, or its colour where it has basic health. */
final class ReportedHealth {
    private static final Map<String, String> COLOURS =
            Map.of("Green", "Ok", "Yellow", "Warning", "Red", "Severe", "Grey", "Unknown");
    private static final String UNKNOWN = "Unknown";

    private final ElasticBeanstalkClient beanstalk;

    ReportedHealth(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    EnvironmentHealth of(EnvironmentState environment) {
        return AwsCall.to("read the health of " + environment.name(), () -> {
            try {
                var health = beanstalk.describeEnvironmentHealth(request -> request.environmentId(environment.id())
                        .attributeNames(EnvironmentHealthAttribute.HEALTH_STATUS, EnvironmentHealthAttribute.CAUSES));
                return new EnvironmentHealth(
                        requireNonNullElse(health.healthStatus(), UNKNOWN), List.copyOf(health.causes()));
            } catch (ElasticBeanstalkException e) {
                if (ReportedInstances.isRefusedAsInvalid(e)) {
                    return new EnvironmentHealth(COLOURS.getOrDefault(environment.health(), UNKNOWN), List.of());
                }
                throw e;
            }
        });
    }
}
