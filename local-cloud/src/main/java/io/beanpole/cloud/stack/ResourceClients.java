package io.beanpole.cloud.stack;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The services in which the resources of templates are. */
public record ResourceClients(
        SqsClient sqs, SnsClient sns, CloudWatchClient cloudWatch, AutoScalingClient autoScaling) {

    /** One for each type of resource that the local cloud serves. */
    public List<ResourceHandler> handlers(String region, String account) {
        List<ResourceHandler> handlers = new ArrayList<>(AccessPolicyResource.all());
        handlers.add(new QueueResource(sqs));
        handlers.add(new TopicResource(sns));
        handlers.add(new SubscriptionResource(sns));
        handlers.add(new AlarmResource(cloudWatch, "arn:aws:cloudwatch:" + region + ":" + account));
        handlers.add(new GroupResource(autoScaling));
        handlers.add(new ScalingPolicyResource(autoScaling));
        handlers.add(new ScheduledActionResource(autoScaling));
        handlers.add(new LifecycleHookResource(autoScaling));
        return handlers;
    }
}
