package io.beanpole.deploy.beanstalk;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationMetrics;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstanceHealthSummary;

/** What two answers of Elastic Beanstalk say about one environment, in our words. */
public final class EnvironmentReading {
    private static final String UNKNOWN = "Unknown";
    /** The length of the window that health speaks of, where it doesn't say. */
    private static final int WINDOW_SECONDS = 10;

    private EnvironmentReading() {}

    /** What both say; the second is empty where nobody asked, or the environment has basic health. */
    public static EnvironmentOverview of(
            EnvironmentDescription environment, Optional<DescribeEnvironmentHealthResponse> health) {
        return new EnvironmentOverview(
                environment.environmentId(),
                environment.environmentName(),
                environment.applicationName(),
                environment.tier() == null
                        ? ""
                        : requireNonNullElse(environment.tier().name(), ""),
                requireNonNullElse(environment.statusAsString(), UNKNOWN),
                first(health.map(DescribeEnvironmentHealthResponse::color), environment.healthAsString(), "Grey"),
                first(
                        health.map(DescribeEnvironmentHealthResponse::healthStatus),
                        environment.healthStatusAsString(),
                        UNKNOWN),
                health.map(DescribeEnvironmentHealthResponse::causes).orElse(List.of()),
                requireNonNullElse(environment.versionLabel(), ""),
                requireNonNullElse(environment.solutionStackName(), ""),
                address(environment),
                health.map(DescribeEnvironmentHealthResponse::instancesHealth)
                        .map(EnvironmentReading::count)
                        .orElse(0),
                health.map(DescribeEnvironmentHealthResponse::applicationMetrics)
                        .map(EnvironmentReading::requestsPerSecond)
                        .orElse(0.0),
                requireNonNullElse(environment.dateUpdated(), Instant.EPOCH));
    }

    private static String first(Optional<String> said, @Nullable String otherwise, String unknown) {
        return said.filter(value -> !value.isEmpty()).orElse(requireNonNullElse(otherwise, unknown));
    }

    /** The CNAME is the name for people; an environment that is still being launched has none of both. */
    private static Optional<String> address(EnvironmentDescription environment) {
        return Stream.of(environment.cname(), environment.endpointURL())
                .filter(address -> address != null && !address.isEmpty())
                .findFirst();
    }

    private static int count(InstanceHealthSummary summary) {
        return Stream.of(
                        summary.noData(),
                        summary.unknown(),
                        summary.pending(),
                        summary.ok(),
                        summary.info(),
                        summary.warning(),
                        summary.degraded(),
                        summary.severe())
                .mapToInt(count -> requireNonNullElse(count, 0))
                .sum();
    }

    private static double requestsPerSecond(ApplicationMetrics metrics) {
        var seconds = requireNonNullElse(metrics.duration(), WINDOW_SECONDS);
        return requireNonNullElse(metrics.requestCount(), 0) / (double) Math.max(1, seconds);
    }
}
