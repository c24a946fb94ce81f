package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.DescribeMetricCollectionTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeMetricCollectionTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.DisableMetricsCollectionRequest;
import software.amazon.awssdk.services.autoscaling.model.DisableMetricsCollectionResponse;
import software.amazon.awssdk.services.autoscaling.model.EnableMetricsCollectionRequest;
import software.amazon.awssdk.services.autoscaling.model.EnableMetricsCollectionResponse;
import software.amazon.awssdk.services.autoscaling.model.MetricCollectionType;
import software.amazon.awssdk.services.autoscaling.model.MetricGranularityType;

/** The operations that say which metrics of a group are collected. */
final class MetricsApi {
    private static final String GRANULARITY = "1Minute";

    private final Groups groups;

    MetricsApi(Groups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(EnableMetricsCollectionRequest.class, this::enable)
                .on(DisableMetricsCollectionRequest.class, this::disable)
                .on(DescribeMetricCollectionTypesRequest.class, this::types);
    }

    private EnableMetricsCollectionResponse enable(EnableMetricsCollectionRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        if (!GRANULARITY.equals(request.granularity())) {
            throw Refusals.invalid("Granularity must be 1Minute, not " + request.granularity() + ".");
        }
        List<String> wanted = known(request.metrics());
        groups.change(
                name,
                group -> group.become(group.record()
                        .withMetrics(GroupMetrics.NAMES.stream()
                                .filter(each -> wanted.contains(each)
                                        || group.record().metrics().contains(each))
                                .toList())));
        return EnableMetricsCollectionResponse.builder().build();
    }

    private DisableMetricsCollectionResponse disable(DisableMetricsCollectionRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        List<String> unwanted = known(request.metrics());
        groups.change(name, group -> {
            List<String> left = new ArrayList<>(group.record().metrics());
            left.removeAll(unwanted);
            group.become(group.record().withMetrics(left));
        });
        return DisableMetricsCollectionResponse.builder().build();
    }

    private DescribeMetricCollectionTypesResponse types(DescribeMetricCollectionTypesRequest request) {
        return DescribeMetricCollectionTypesResponse.builder()
                .metrics(GroupMetrics.NAMES.stream()
                        .map(each -> MetricCollectionType.builder().metric(each).build())
                        .toList())
                .granularities(
                        MetricGranularityType.builder().granularity(GRANULARITY).build())
                .build();
    }

    /** All of them when none is named. */
    private static List<String> known(List<String> metrics) {
        for (String metric : metrics) {
            if (!GroupMetrics.NAMES.contains(metric)) {
                throw Refusals.invalid("Invalid metric: " + metric + ". The local cloud measures "
                        + String.join(", ", GroupMetrics.NAMES) + ".");
            }
        }
        return metrics.isEmpty() ? GroupMetrics.NAMES : metrics;
    }
}
