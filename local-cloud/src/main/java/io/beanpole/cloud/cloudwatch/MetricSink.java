package io.beanpole.cloud.cloudwatch;

/** Where services of this cloud put their own metrics, the AWS/... namespaces. */
@FunctionalInterface
public interface MetricSink {
    void put(Measurement measurement);
}
