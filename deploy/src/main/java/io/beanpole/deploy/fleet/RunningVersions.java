package io.beanpole.deploy.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.Deployment;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstancesHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/**
 * Which versions the instances of each environment really run: an aborted or failed deployment leaves some behind. A
 * request an environment, after each of its changes and now and then.
 */
final class RunningVersions {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ElasticBeanstalkClient beanstalk;
    private final Memo<List<String>> versions = new Memo<>(FRESH);

    RunningVersions(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /** The labels, in order; what was read before its last change says nothing. */
    List<String> of(EnvironmentDescription environment) {
        return versions.get(environment.environmentId(), state(environment)).orElse(List.of());
    }

    /** Between two changes only: in the middle of one, instances differ because they must. */
    boolean isDue(EnvironmentDescription environment, Instant now) {
        return "Ready".equals(environment.statusAsString())
                && versions.isDue(environment.environmentId(), state(environment), now);
    }

    Instant readAt(EnvironmentDescription environment) {
        return versions.readAt(environment.environmentId());
    }

    void read(EnvironmentDescription environment, Requests requests, Instant now) {
        var found =
                requests.optional(() -> requests.to("read the instances of " + environment.environmentName(), () -> {
                    try {
                        return beanstalk
                                .describeInstancesHealth(request -> request.environmentId(environment.environmentId())
                                        .attributeNames(InstancesHealthAttribute.DEPLOYMENT))
                                .instanceHealthList();
                    } catch (ElasticBeanstalkException e) {
                        if (e.statusCode() == 400 && !e.isThrottlingException()) {
                            return List.<SingleInstanceHealth>of();
                        }
                        throw e;
                    }
                }));
        versions.put(environment.environmentId(), state(environment), found.map(RunningVersions::labels), now);
    }

    void retain(Collection<String> ids) {
        versions.retain(ids);
    }

    private static List<String> labels(List<SingleInstanceHealth> instances) {
        return instances.stream()
                .map(SingleInstanceHealth::deployment)
                .filter(deployment -> deployment != null && "Deployed".equals(deployment.status()))
                .map(Deployment::versionLabel)
                .filter(label -> label != null && !label.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static String state(EnvironmentDescription environment) {
        return environment.versionLabel() + " " + environment.dateUpdated() + " " + environment.statusAsString();
    }
}
