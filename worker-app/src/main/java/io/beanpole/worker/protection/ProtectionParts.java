package io.beanpole.worker.protection;

import io.beanpole.task.BeatStore;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.run.Workload;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The protection and its clients, where instances belong to an Auto Scaling group. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("worker.protection.enabled")
class ProtectionParts {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

    @Bean
    OwnInstance ownInstance(ObjectProvider<Ec2MetadataClient> metadata) {
        return new OwnInstance(metadata);
    }

    @Bean
    GroupMembers groupMembers(ObjectProvider<AutoScalingClient> autoScaling) {
        return new AutoScalingMembers(autoScaling);
    }

    /** Depends on its client by name, which is then open still when the protection is let go of at the end. */
    @Bean(destroyMethod = "close")
    @DependsOn("autoScaling")
    BusyProtection protection(
            WorkerProperties properties, OwnInstance instance, ObjectProvider<AutoScalingClient> autoScaling) {
        return new BusyProtection(
                new AutoScalingProtection(instance, autoScaling),
                properties.protection().linger(),
                REFRESH,
                INTERVAL,
                Clock.systemUTC());
    }

    @Bean
    BeatStore beats(JdbcClient jdbc) {
        return new BeatStore(jdbc);
    }

    @Bean(destroyMethod = "close")
    InstanceBeat instanceBeat(WorkerProperties properties, OwnInstance instance, BeatStore beats) {
        return new InstanceBeat(new StoredBeats(beats, instance::id, properties.lane()), BEAT);
    }

    @Bean
    ProtectionSweep protectionSweep(WorkerProperties properties, BeatStore beats, GroupMembers members) {
        return new ProtectionSweep(beats, members, properties.protection().quiet());
    }

    @Bean(destroyMethod = "close")
    SpotWatch spotWatch(WorkerProperties properties, OwnInstance instance, Workload workload) {
        return new SpotWatch(instance::told, workload, properties.protection().spotInterval(), Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("worker.protection.metric")
    MinuteOfProtection minuteOfProtection(
            BusyProtection protection,
            OwnInstance instance,
            GroupMembers members,
            ObjectProvider<CloudWatchClient> cloudWatch) {
        return new MinuteOfProtection(
                protection::holds,
                instance::id,
                members,
                new ProtectionMetric(cloudWatch)::publish,
                MinuteOfProtection.EACH_MINUTE);
    }

    @Lazy
    @Bean(destroyMethod = "close")
    Ec2MetadataClient metadata() {
        return Ec2MetadataClient.create();
    }

    @Lazy
    @Bean(destroyMethod = "close")
    AutoScalingClient autoScaling(WorkerProperties properties) {
        return made(AutoScalingClient.builder(), properties);
    }

    @Lazy
    @Bean(destroyMethod = "close")
    CloudWatchClient cloudWatch(WorkerProperties properties) {
        return made(CloudWatchClient.builder(), properties);
    }

    private static <B extends AwsClientBuilder<B, C>, C> C made(B builder, WorkerProperties properties) {
        builder.overrideConfiguration(calls -> calls.apiCallTimeout(WHOLE_CALL));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        return builder.build();
    }
}
