package io.beanpole.worker.protection;

import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.run.BusyListener;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClientBuilder;

/** The protection and its clients, where instances belong to an Auto Scaling group. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("worker.protection.enabled")
class ProtectionParts {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    BusyListener protection(
            WorkerProperties properties,
            ObjectProvider<Ec2MetadataClient> metadata,
            ObjectProvider<AutoScalingClient> autoScaling) {
        return new BusyProtection(
                new AutoScalingProtection(metadata, autoScaling),
                properties.protection().linger(),
                REFRESH,
                INTERVAL,
                Clock.systemUTC());
    }

    @Lazy
    @Bean(destroyMethod = "close")
    Ec2MetadataClient metadata() {
        return Ec2MetadataClient.create();
    }

    @Lazy
    @Bean(destroyMethod = "close")
    AutoScalingClient autoScaling(WorkerProperties properties) {
        AutoScalingClientBuilder builder =
                AutoScalingClient.builder().overrideConfiguration(calls -> calls.apiCallTimeout(WHOLE_CALL));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        return builder.build();
    }
}
