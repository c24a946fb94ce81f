package io.beanpole.controller.lane;

import io.beanpole.controller.ControllerProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The lanes and their clients. */
@Configuration(proxyBeanMethods = false)
class LaneParts {
    private static final Duration WHOLE_CALL = Duration.ofSeconds(8);

    @Bean
    List<Lane> lanes(
            ControllerProperties properties,
            SqsClient sqs,
            CloudWatchClient cloudWatch,
            AutoScalingClient autoScaling,
            ElasticBeanstalkClient beanstalk) {
        LaneClients clients = new LaneClients(sqs, cloudWatch, autoScaling, beanstalk);
        return properties.lanes().entrySet().stream()
                .<Lane>map(each -> new AwsLane(each.getKey(), each.getValue(), clients, Clock.systemUTC()))
                .toList();
    }

    @Bean(destroyMethod = "close")
    SqsClient sqs(ControllerProperties properties) {
        return at(properties, SqsClient.builder());
    }

    @Bean(destroyMethod = "close")
    CloudWatchClient cloudWatch(ControllerProperties properties) {
        return at(properties, CloudWatchClient.builder());
    }

    @Bean(destroyMethod = "close")
    AutoScalingClient autoScaling(ControllerProperties properties) {
        return at(properties, AutoScalingClient.builder());
    }

    @Bean(destroyMethod = "close")
    ElasticBeanstalkClient beanstalk(ControllerProperties properties) {
        return at(properties, ElasticBeanstalkClient.builder());
    }

    private static <B extends AwsClientBuilder<B, C>, C> C at(ControllerProperties properties, B builder) {
        builder.overrideConfiguration(calls -> calls.apiCallTimeout(WHOLE_CALL));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        return builder.build();
    }
}
