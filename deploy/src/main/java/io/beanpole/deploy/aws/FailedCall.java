package io.beanpole.deploy.aws;

import io.beanpole.deploy.DeployException;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which call failed and by whose access: travels with the SDK's exception, which knows neither. */
final class FailedCall extends DeployException {
    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 20;

    private final String service;
    private final String operation;
    private final String region;
    private final @Nullable String profile;
    private final @Nullable URI endpoint;

    /** @param service its id, {@code ElasticBeanstalk} */
    FailedCall(String service, String operation, AwsAccess access) {
        super("The call was " + operation + " of " + service + " in " + access.region() + ".");
        this.service = service;
        this.operation = operation;
        this.region = access.region();
        this.profile = access.profile();
        this.endpoint = access.endpoint();
    }

    /** The one that came with a failure. */
    static Optional<FailedCall> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(each -> Arrays.stream(each.getSuppressed()))
                .filter(FailedCall.class::isInstance)
                .map(FailedCall.class::cast)
                .findFirst();
    }

    /** The right that the call needs, {@code elasticbeanstalk:DescribeEnvironments}. */
    String right() {
        return new Right(service, operation).toString();
    }

    String region() {
        return region;
    }

    /** The options of {@code aws} that name the same account; begins with a space unless it is empty. */
    String profileOption() {
        return profile == null ? "" : " --profile " + profile;
    }

    @Nullable
    String profile() {
        return profile;
    }

    @Nullable
    URI endpoint() {
        return endpoint;
    }
}
