package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.traffic.TrafficSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings about an instance or an environment: the worst one is its status, each one is a cause. */
final class Diagnosis {
    /** Fewer requests than this in ten seconds say nothing about their share. */
    private static final int REQUESTS_THAT_COUNT = 20;

    private HealthStatus status = HealthStatus.OK;
    private final List<String> causes = new ArrayList<>();

    Diagnosis found(HealthStatus how, String cause) {
        if (how.isWorseThan(status)) {
            status = how;
        }
        causes.add(cause);
        return this;
    }

    /** Requests that fail; AWS documents moderate, high and very high shares without numbers, so these are ours [I]. */
    Diagnosis looked(TrafficSummary traffic) {
        if (traffic.requests() >= REQUESTS_THAT_COUNT) {
            failing(traffic.share(4), "4xx", new double[] {0.25, 0.5, 0.9});
            failing(traffic.share(5), "5xx", new double[] {0.05, 0.25, 0.5});
        }
        return this;
    }

    EnvironmentHealthView view() {
        return new EnvironmentHealthView(status, List.copyOf(causes));
    }

    private void failing(double share, String codes, double[] limits) {
        if (share >= limits[0]) {
            HealthStatus how = share >= limits[2]
                    ? HealthStatus.SEVERE
                    : share >= limits[1] ? HealthStatus.DEGRADED : HealthStatus.WARNING;
            found(
                    how,
                    String.format(
                            Locale.ROOT, "%.1f %% of the requests are failing with HTTP %s.", share * 100, codes));
        }
    }
}
