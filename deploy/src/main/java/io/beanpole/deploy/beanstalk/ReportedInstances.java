package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.aws.AwsCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstancesHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** The instances of an environment as its health agents report them, page by page. */
final class ReportedInstances {
    /** What DescribeInstancesHealth says of an environment with basic health, whose instances run no agent. */
    private static final String INVALID_REQUEST = "InvalidRequestException";

    private final ElasticBeanstalkClient beanstalk;

    ReportedInstances(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /**
     * All of them; empty for an environment without enhanced health, in which nobody reports.
     *
     * @param environment writes into the request which one is meant
     */
    Optional<List<SingleInstanceHealth>> of(String name, Consumer<DescribeInstancesHealthRequest.Builder> environment) {
        var instances = new ArrayList<SingleInstanceHealth>();
        var token = Optional.<String>empty();
        do {
            var page = page(name, environment, token);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            instances.addAll(page.get().instanceHealthList());
            token = page.map(DescribeInstancesHealthResponse::nextToken).filter(next -> !next.isEmpty());
        } while (token.isPresent());
        return Optional.of(instances);
    }

    private Optional<DescribeInstancesHealthResponse> page(
            String name, Consumer<DescribeInstancesHealthRequest.Builder> environment, Optional<String> token) {
        return AwsCall.to("read the instances of " + name, () -> {
            try {
                return Optional.of(beanstalk.describeInstancesHealth(request -> {
                    environment.accept(request);
                    request.attributeNames(InstancesHealthAttribute.ALL).nextToken(token.orElse(null));
                }));
            } catch (ElasticBeanstalkException e) {
                if (isRefusedAsInvalid(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Whether this is how a question for enhanced health is refused that an environment doesn't have. */
    static boolean isRefusedAsInvalid(ElasticBeanstalkException refusal) {
        var details = refusal.awsErrorDetails();
        return refusal.statusCode() == 400 && details != null && INVALID_REQUEST.equals(details.errorCode());
    }
}
