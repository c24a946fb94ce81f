package io.beanpole.deploy.fleet;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentHealthAttribute;

/** Why those that aren't Ok aren't; only DescribeEnvironmentHealth tells, a request for each. */
final class UnwellCauses {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final ElasticBeanstalkClient beanstalk;
    private final Memo<List<String>> causes = new Memo<>(FRESH);

    UnwellCauses(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /** What was said while its health was what it is now. */
    List<String> of(EnvironmentDescription environment) {
        return causes.get(environment.environmentId(), state(environment)).orElse(List.of());
    }

    boolean isDue(EnvironmentDescription environment, Instant now) {
        return isUnwell(environment) && causes.isDue(environment.environmentId(), state(environment), now);
    }

    Instant readAt(EnvironmentDescription environment) {
        return causes.readAt(environment.environmentId());
    }

    void read(EnvironmentDescription environment, Requests requests, Instant now) {
        var said = requests.optional(() -> requests.to("read the health of " + environment.environmentName(), () -> {
            try {
                return beanstalk
                        .describeEnvironmentHealth(request -> request.environmentId(environment.environmentId())
                                .attributeNames(EnvironmentHealthAttribute.CAUSES))
                        .causes();
            } catch (ElasticBeanstalkException e) {
                if (e.statusCode() == 400 && !e.isThrottlingException()) {
                    // Basic health has no causes, and one that was just terminated none any more.
                    return List.<String>of();
                }
                throw e;
            }
        }));
        causes.put(environment.environmentId(), state(environment), said.map(List::copyOf), now);
    }

    void retain(Collection<String> ids) {
        causes.retain(ids);
    }

    private static boolean isUnwell(EnvironmentDescription environment) {
        var status = requireNonNullElse(environment.healthStatusAsString(), "");
        return !status.isEmpty() && !status.equals("Ok") && !status.equals("Unknown");
    }

    private static String state(EnvironmentDescription environment) {
        return requireNonNullElse(environment.healthStatusAsString(), "");
    }
}
