package io.beanpole.deploy.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.detail.Resource.Kind;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentResourceDescription;

class ResourceReadingTest {
    private static final String QUEUES = "https://sqs.eu-central-1.amazonaws.com/123456789012/";

    @Test
    void resourcesComeInTheOrderInWhichAMessageMeetsThem() {
        var found = ResourceReading.of(worker());

        assertThat(found)
                .containsExactly(
                        new Resource(Kind.QUEUE, "orders", QUEUES + "orders"),
                        new Resource(Kind.DEAD_LETTER_QUEUE, "orders-dlq", QUEUES + "orders-dlq"),
                        new Resource(Kind.GROUP, "awseb-group", ""),
                        new Resource(Kind.LAUNCH_TEMPLATE, "lt-1", ""),
                        new Resource(Kind.INSTANCE, "i-1", ""));
    }

    @Test
    void aPartThatWasNotMadeIsLeftOut() {
        var halfMade = EnvironmentResourceDescription.builder()
                .queues(queue -> queue.name("WorkerQueue"))
                .loadBalancers(balancer -> balancer.name(""))
                .build();

        assertThat(ResourceReading.of(halfMade)).isEmpty();
        assertThat(ResourceReading.watchedNames(halfMade)).isEmpty();
    }

    @Test
    void alarmsAreThoseOnItsQueuesItsGroupAndItself() {
        assertThat(ResourceReading.watchedNames(worker()))
                .containsExactlyInAnyOrder("orders", "orders-dlq", "awseb-group", "beanpole-worker");
    }

    private static EnvironmentResourceDescription worker() {
        return EnvironmentResourceDescription.builder()
                .environmentName("beanpole-worker")
                .queues(
                        queue -> queue.name("WorkerQueue").url(QUEUES + "orders"),
                        queue -> queue.name("WorkerDeadLetterQueue").url(QUEUES + "orders-dlq"))
                .autoScalingGroups(group -> group.name("awseb-group"))
                .launchTemplates(template -> template.id("lt-1"))
                .instances(instance -> instance.id("i-1"))
                .build();
    }
}
