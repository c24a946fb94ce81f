package io.beanpole.deploy.fleet;

import io.beanpole.deploy.aws.AwsAccess;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The services that know a part of the fleet each. */
public record FleetClients(
        ElasticBeanstalkClient beanstalk, AutoScalingClient autoScaling, CloudWatchClient cloudWatch, SqsClient sqs)
        implements AutoCloseable {
    /** Clients of one cloud. */
    public static FleetClients of(AwsAccess access) {
        return new FleetClients(
                access.client(ElasticBeanstalkClient.builder()),
                access.client(AutoScalingClient.builder()),
                access.client(CloudWatchClient.builder()),
                access.client(SqsClient.builder()));
    }

    @Override
    public void close() {
        beanstalk.close();
        autoScaling.close();
        cloudWatch.close();
        sqs.close();
    }
}
