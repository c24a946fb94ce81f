package io.beanpole.deploy.lane;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.deploy.scaling.EnvironmentResources;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;

/** The environments that drain a queue. What they consist of is asked once per change of an environment. */
final class WorkerEnvironments {
    private final ElasticBeanstalkClient beanstalk;
    private final EnvironmentResources resources;
    private final Map<String, EnvironmentParts> known = new ConcurrentHashMap<>();

    WorkerEnvironments(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
        this.resources = new EnvironmentResources(beanstalk);
    }

    /** The parts of every living worker environment that has its queue already. */
    List<EnvironmentParts> all() {
        var living = AwsCall.pages(
                        "list the worker environments",
                        token -> beanstalk.describeEnvironments(
                                request -> request.includeDeleted(false).nextToken(token)),
                        DescribeEnvironmentsResponse::nextToken)
                .stream()
                .flatMap(page -> page.environments().stream())
                .filter(WorkerEnvironments::isWorker)
                .filter(WorkerEnvironments::isLiving)
                .toList();
        known.keySet()
                .retainAll(living.stream().map(WorkerEnvironments::generation).toList());
        return living.stream()
                .map(this::parts)
                .filter(parts -> parts.queueUrl().isPresent())
                .toList();
    }

    /**
     * Where a web environment is reached; empty if there is no such environment, or it has no address yet.
     *
     * @param scheme http or https, where the address names none
     */
    Optional<URI> address(String environmentName, String scheme) {
        return AwsCall.to(
                "find the address of " + environmentName,
                () -> beanstalk
                        .describeEnvironments(request ->
                                request.environmentNames(environmentName).includeDeleted(false))
                        .environments()
                        .stream()
                        .filter(WorkerEnvironments::isLiving)
                        .map(EnvironmentDescription::cname)
                        .filter(cname -> cname != null && !cname.isEmpty())
                        .map(cname -> URI.create(cname.contains("://") ? cname : scheme + "://" + cname))
                        .findFirst());
    }

    private EnvironmentParts parts(EnvironmentDescription environment) {
        var generation = generation(environment);
        var remembered = known.get(generation);
        if (remembered != null) {
            return remembered;
        }
        var parts = resources.of(environment.environmentName());
        var isComplete = parts.queueUrl().isPresent() && parts.group().isPresent();
        if (isComplete && environment.status() == EnvironmentStatus.READY) {
            known.put(generation, parts);
        }
        return parts;
    }

    /** Elastic Beanstalk throttles, and a console asks every few seconds; DateUpdated moves with every change. */
    private static String generation(EnvironmentDescription environment) {
        return environment.environmentId() + " " + environment.dateUpdated();
    }

    private static boolean isWorker(EnvironmentDescription environment) {
        return environment.tier() != null && "Worker".equals(environment.tier().name());
    }

    private static boolean isLiving(EnvironmentDescription environment) {
        return environment.status() != EnvironmentStatus.TERMINATED
                && environment.status() != EnvironmentStatus.TERMINATING;
    }
}
