package io.beanpole.worker.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.worker.TestDatabase;
import io.beanpole.worker.TestSettings;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.run.BusyListener;
import io.beanpole.worker.run.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.imds.Ec2MetadataClientException;
import software.amazon.awssdk.imds.Ec2MetadataResponse;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionRequest;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionResponse;

/** The protection as Spring puts it together and takes it apart. */
class ProtectionPartsTest {
    private final JdbcClient jdbc = TestDatabase.client();
    private final Group group = new Group();

    @Test
    void aWorkerThatEndsInOrderLeavesNeitherItsProtectionNorItsBeat() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("worker.protection.enabled", "true")));
            context.registerBean(WorkerProperties.class, () -> TestSettings.with());
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.registerBean(Workload.class);
            context.register(ProtectionParts.class);
            // In place of those of the same names, and as lazy as they are.
            context.addBeanFactoryPostProcessor(factory -> {
                context.registerBean(
                        "autoScaling", AutoScalingClient.class, () -> group, each -> each.setLazyInit(true));
                context.registerBean(
                        "metadata", Ec2MetadataClient.class, Metadata::new, each -> each.setLazyInit(true));
            });
            context.refresh();
            context.getBeanProvider(BusyListener.class).forEach(listener -> listener.busy(true));
            await().atMost(Duration.ofSeconds(20)).until(() -> group.said.contains(true) && beats() == 1);
        }

        assertThat(group.said).endsWith(true, false);
        assertThat(beats()).isZero();
    }

    private int beats() {
        return jdbc.sql("select count(*) from worker_beats where instance_id = 'i-own'")
                .query(Integer.class)
                .single();
    }

    /** Auto Scaling with one group; once closed it takes nothing more. */
    private static final class Group implements AutoScalingClient {
        private final List<Boolean> said = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        @Override
        public DescribeAutoScalingInstancesResponse describeAutoScalingInstances(
                DescribeAutoScalingInstancesRequest request) {
            return DescribeAutoScalingInstancesResponse.builder()
                    .autoScalingInstances(each -> each.instanceId("i-own").autoScalingGroupName("group-1"))
                    .build();
        }

        @Override
        public SetInstanceProtectionResponse setInstanceProtection(SetInstanceProtectionRequest request) {
            if (closed) {
                throw new IllegalStateException("The client is closed.");
            }
            said.add(request.protectedFromScaleIn());
            return SetInstanceProtectionResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** The metadata of an instance that nobody takes away. */
    private static final class Metadata implements Ec2MetadataClient {
        @Override
        public Ec2MetadataResponse get(String path) {
            if (path.endsWith("instance-id")) {
                return Ec2MetadataResponse.create("i-own");
            }
            throw Ec2MetadataClientException.builder()
                    .statusCode(404)
                    .message("Nothing here.")
                    .build();
        }

        @Override
        public void close() {}
    }
}
