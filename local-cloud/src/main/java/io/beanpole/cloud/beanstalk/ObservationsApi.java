package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.request.Page;
import io.beanpole.cloud.wire.AwsService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.AutoScalingGroup;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentResourcesRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentResourcesResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentResourceDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.Instance;
import software.amazon.awssdk.services.elasticbeanstalk.model.LoadBalancer;
import software.amazon.awssdk.services.elasticbeanstalk.model.Queue;
import software.amazon.awssdk.services.elasticbeanstalk.model.Trigger;

/** The operations that only look at environments and what they have. */
final class ObservationsApi {
    private static final Duration KEPT = Duration.ofDays(42);
    private static final Duration TOLD_UNASKED = Duration.ofHours(1);

    private final Ledger ledger;
    private final Environments environments;
    private final EnvironmentViews views;
    private final Clock clock;

    ObservationsApi(Ledger ledger, Environments environments, EnvironmentViews views, Clock clock) {
        this.ledger = ledger;
        this.environments = environments;
        this.views = views;
        this.clock = clock;
    }

    void register(AwsService service) {
        service.on(DescribeEnvironmentsRequest.class, this::environments)
                .on(DescribeEnvironmentResourcesRequest.class, this::resources);
    }

    /**
     * Deleted ones are told until six weeks after, or back to the time that is asked for; those of the last hour even
     * when nothing is said of them, because AWS's waiter EnvironmentTerminated says nothing and waits for them [B][I].
     * The living come first, so that whoever takes the first one of a name does not get a dead one.
     */
    private DescribeEnvironmentsResponse environments(DescribeEnvironmentsRequest request) {
        boolean deleted = !Objects.equals(request.includeDeleted(), false);
        Instant backTo = backTo(request);
        List<EnvironmentRecord> found = ledger.environments().stream()
                .filter(each ->
                        !each.isTerminated() || deleted && !each.updated().isBefore(backTo))
                .filter(each -> matches(request.applicationName(), each.application()))
                .filter(each -> matches(request.versionLabel(), each.version()))
                .filter(each -> isAmong(request.environmentIds(), each.id()))
                .filter(each -> isAmong(request.environmentNames(), each.name()))
                .sorted(Comparator.comparing(EnvironmentRecord::isTerminated))
                .toList();
        Page<EnvironmentRecord> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeEnvironmentsResponse.builder()
                .environments(page.map(views::description))
                .nextToken(page.nextToken())
                .build();
    }

    private Instant backTo(DescribeEnvironmentsRequest request) {
        if (request.includedDeletedBackTo() != null) {
            return request.includedDeletedBackTo();
        }
        return clock.instant().minus(request.includeDeleted() == null ? TOLD_UNASKED : KEPT);
    }

    private DescribeEnvironmentResourcesResponse resources(DescribeEnvironmentResourcesRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        List<Queue> queues = new ArrayList<>();
        if (!environment.queue().isEmpty()) {
            queues.add(
                    Queue.builder().name("WorkerQueue").url(environment.queue()).build());
        }
        if (!environment.deadLetterQueue().isEmpty()) {
            queues.add(Queue.builder()
                    .name("WorkerDeadLetterQueue")
                    .url(environment.deadLetterQueue())
                    .build());
        }
        List<LoadBalancer> balancers = environment.isWorker()
                ? List.of()
                : List.of(LoadBalancer.builder()
                        .name("awseb-" + environment.id() + "-stack-AWSEBV2LoadBalancer")
                        .build());
        List<Instance> instances = views.members(environment).stream()
                .map(member -> Instance.builder().id(member.instance().id()).build())
                .toList();
        return DescribeEnvironmentResourcesResponse.builder()
                .environmentResources(EnvironmentResourceDescription.builder()
                        .environmentName(environment.name())
                        .autoScalingGroups(groups(environment))
                        .launchConfigurations(List.of())
                        .launchTemplates(List.of())
                        .triggers(views.triggers(environment).stream()
                                .map(name -> Trigger.builder().name(name).build())
                                .toList())
                        .instances(instances)
                        .loadBalancers(balancers)
                        .queues(queues)
                        .build())
                .build();
    }

    /** None until the launch has made it. */
    private List<AutoScalingGroup> groups(EnvironmentRecord environment) {
        return environments.find(environment.id()).map(Environment::group).filter(EnvironmentGroup::isCreated).stream()
                .map(group -> AutoScalingGroup.builder().name(group.name()).build())
                .toList();
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean isAmong(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
