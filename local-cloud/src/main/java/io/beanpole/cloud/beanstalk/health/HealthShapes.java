package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.instance.LoadAverage;
import io.beanpole.cloud.traffic.TrafficSummary;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationMetrics;
import software.amazon.awssdk.services.elasticbeanstalk.model.CPUUtilization;
import software.amazon.awssdk.services.elasticbeanstalk.model.Deployment;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstanceHealthSummary;
import software.amazon.awssdk.services.elasticbeanstalk.model.Latency;
import software.amazon.awssdk.services.elasticbeanstalk.model.SystemStatus;

/** Measurements in the shapes of the health operations (reference 3.5 [B]). */
final class HealthShapes {
    private HealthShapes() {}

    /** Latencies in seconds; without a request there are none. */
    static ApplicationMetrics metrics(TrafficSummary traffic) {
        return ApplicationMetrics.builder()
                .duration(Math.toIntExact(TrafficWindow.LENGTH.toSeconds()))
                .requestCount(traffic.requests())
                .statusCodes(codes -> codes.status2xx(traffic.answered(2))
                        .status3xx(traffic.answered(3))
                        .status4xx(traffic.answered(4))
                        .status5xx(traffic.answered(5)))
                .latency(traffic.requests() == 0 ? null : latency(traffic))
                .build();
    }

    static InstanceHealthSummary summary(List<HealthStatus> statuses) {
        return InstanceHealthSummary.builder()
                .noData(count(statuses, HealthStatus.NO_DATA))
                .unknown(count(statuses, HealthStatus.UNKNOWN))
                .pending(count(statuses, HealthStatus.PENDING))
                .ok(count(statuses, HealthStatus.OK))
                .info(count(statuses, HealthStatus.INFO))
                .warning(count(statuses, HealthStatus.WARNING))
                .degraded(count(statuses, HealthStatus.DEGRADED))
                .severe(count(statuses, HealthStatus.SEVERE))
                .build();
    }

    /** Linux tells user and system time of a process only; what isn't measured is left out. */
    static SystemStatus system(WatchedInstance instance) {
        CPUUtilization cpu = instance.cpu()
                .map(share -> CPUUtilization.builder()
                        .user(share.user())
                        .system(share.system())
                        .idle(Math.max(0, 100 - share.user() - share.system()))
                        .build())
                .orElse(null);
        return SystemStatus.builder()
                .cpuUtilization(cpu)
                .loadAverage(LoadAverage.now())
                .build();
    }

    static Deployment deployment(DeploymentReport deployment) {
        return Deployment.builder()
                .versionLabel(deployment.version())
                .deploymentId(deployment.id())
                .status(deployment.status())
                .deploymentTime(deployment.at())
                .build();
    }

    private static Latency latency(TrafficSummary traffic) {
        return Latency.builder()
                .p999(seconds(traffic, 99.9))
                .p99(seconds(traffic, 99))
                .p95(seconds(traffic, 95))
                .p90(seconds(traffic, 90))
                .p85(seconds(traffic, 85))
                .p75(seconds(traffic, 75))
                .p50(seconds(traffic, 50))
                .p10(seconds(traffic, 10))
                .build();
    }

    private static @Nullable Double seconds(TrafficSummary traffic, double percentile) {
        return traffic.latency(percentile).isPresent()
                ? traffic.latency(percentile).getAsDouble()
                : null;
    }

    private static int count(List<HealthStatus> statuses, HealthStatus wanted) {
        return Math.toIntExact(statuses.stream().filter(wanted::equals).count());
    }
}
