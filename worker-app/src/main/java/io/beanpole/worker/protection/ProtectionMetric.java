package io.beanpole.worker.protection;

import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * Counts protected instances where AWS keeps no record of them: each publishes 1 a minute, so that the {@code Sum} over a
 * minute is how many there are. Namespace {@code Beanpole/Worker}, metric {@code ProtectedInstances}, dimension
 * {@code AutoScalingGroupName}.
 */
final class ProtectionMetric {
    private final ObjectProvider<CloudWatchClient> cloudWatch;

    ProtectionMetric(ObjectProvider<CloudWatchClient> cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    void publish(String group) {
        cloudWatch
                .getObject()
                .putMetricData(put -> put.namespace("Beanpole/Worker")
                        .metricData(datum -> datum.metricName("ProtectedInstances")
                                .dimensions(dimension ->
                                        dimension.name("AutoScalingGroupName").value(group))
                                .unit(StandardUnit.COUNT)
                                .value(1.0)));
    }
}
