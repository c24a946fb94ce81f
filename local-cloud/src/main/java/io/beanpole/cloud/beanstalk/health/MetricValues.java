package io.beanpole.cloud.beanstalk.health;

import io.beanpole.cloud.instance.LoadAverage;
import io.beanpole.cloud.traffic.TrafficTotals;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics that a ConfigDocument can ask for, by the names of AWS's page on publishing them [D]. */
final class MetricValues {
    private static final double[] PERCENTILES = {10, 50, 75, 85, 90, 95, 99, 99.9};
    private static final List<HealthStatus> COUNTED = List.of(
            HealthStatus.SEVERE,
            HealthStatus.DEGRADED,
            HealthStatus.WARNING,
            HealthStatus.INFO,
            HealthStatus.OK,
            HealthStatus.PENDING,
            HealthStatus.UNKNOWN,
            HealthStatus.NO_DATA);

    private MetricValues() {}

    /** ApplicationRequests... and, when there were any, ApplicationLatencyP... */
    static Map<String, MetricValue> requests(TrafficTotals traffic) {
        Map<String, MetricValue> values = new LinkedHashMap<>();
        values.put("ApplicationRequestsTotal", new MetricValue(traffic.requests(), "Count"));
        for (int hundred = 2; hundred <= 5; hundred++) {
            values.put("ApplicationRequests" + hundred + "xx", new MetricValue(traffic.answered(hundred), "Count"));
        }
        for (double percentile : PERCENTILES) {
            String name =
                    percentile == (int) percentile ? String.valueOf((int) percentile) : String.valueOf(percentile);
            traffic.latency(percentile)
                    .ifPresent(
                            seconds -> values.put("ApplicationLatencyP" + name, new MetricValue(seconds, "Seconds")));
        }
        return values;
    }

    /** InstancesOk, InstancesSevere ... */
    static Map<String, MetricValue> counts(List<HealthStatus> statuses) {
        Map<String, MetricValue> values = new LinkedHashMap<>();
        for (HealthStatus status : COUNTED) {
            long count = statuses.stream().filter(status::equals).count();
            values.put("Instances" + status.word(), new MetricValue(count, "Count"));
        }
        return values;
    }

    /** InstanceHealth, CPU..., LoadAverage1min and RootFilesystemUtil; what isn't measured is left out. */
    static Map<String, MetricValue> instance(WatchedInstance instance, HealthStatus status) {
        Map<String, MetricValue> values = new LinkedHashMap<>();
        status.value().ifPresent(value -> values.put("InstanceHealth", new MetricValue(value, "None")));
        instance.cpu().ifPresent(share -> {
            values.put("CPUUser", new MetricValue(share.user(), "Percent"));
            values.put("CPUSystem", new MetricValue(share.system(), "Percent"));
            values.put("CPUIdle", new MetricValue(Math.max(0, 100 - share.user() - share.system()), "Percent"));
        });
        List<Double> load = LoadAverage.now();
        if (!load.isEmpty()) {
            values.put("LoadAverage1min", new MetricValue(load.get(0), "None"));
        }
        File root = new File("/");
        if (root.getTotalSpace() > 0) {
            double used = 100.0 * (root.getTotalSpace() - root.getUsableSpace()) / root.getTotalSpace();
            values.put("RootFilesystemUtil", new MetricValue(used, "Percent"));
        }
        return values;
    }
}
