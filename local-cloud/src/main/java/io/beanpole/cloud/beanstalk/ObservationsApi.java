package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.AutoScalingGroup;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationSettingsDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationSettingsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationSettingsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentResourcesRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentResourcesResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentResourceDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.Instance;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListAvailableSolutionStacksRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListAvailableSolutionStacksResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.LoadBalancer;
import software.amazon.awssdk.services.elasticbeanstalk.model.Queue;
import software.amazon.awssdk.services.elasticbeanstalk.model.Trigger;

/** The operations that only look: environments, events, resources, settings. */
final class ObservationsApi {
    private static final List<String> SEVERITIES = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");
    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final Environments environments;
    private final EnvironmentViews views;

    ObservationsApi(Ledger ledger, Environments environments, EnvironmentViews views) {
        this.ledger = ledger;
        this.environments = environments;
        this.views = views;
    }

    void register(AwsService service) {
        service.on(DescribeEnvironmentsRequest.class, this::environments)
                .on(DescribeEventsRequest.class, this::events)
                .on(DescribeEnvironmentResourcesRequest.class, this::resources)
                .on(DescribeConfigurationSettingsRequest.class, this::settings)
                .on(ListAvailableSolutionStacksRequest.class, this::solutionStacks);
    }

    private DescribeEnvironmentsResponse environments(DescribeEnvironmentsRequest request) {
        boolean deleted = Objects.equals(request.includeDeleted(), true);
        return DescribeEnvironmentsResponse.builder()
                .environments(ledger.environments().stream()
                        .filter(each -> deleted || !each.isTerminated())
                        .filter(each -> matches(request.applicationName(), each.application()))
                        .filter(each -> matches(request.versionLabel(), each.version()))
                        .filter(each -> isAmong(request.environmentIds(), each.id()))
                        .filter(each -> isAmong(request.environmentNames(), each.name()))
                        .map(views::description)
                        .toList())
                .build();
    }

    /** Newest first; NextToken is how many were given so far. */
    private DescribeEventsResponse events(DescribeEventsRequest request) {
        String severity = request.severityAsString();
        int least = severity == null ? 0 : SEVERITIES.indexOf(severity);
        String id = request.environmentId();
        String name = id == null
                ? request.environmentName()
                : ledger.environment(id).map(EnvironmentRecord::name).orElse("");
        List<EventRecord> found = ledger.events().stream()
                .filter(each -> matches(request.applicationName(), each.application()))
                .filter(each -> matches(request.versionLabel(), each.version()))
                .filter(each -> matches(name, each.environment()))
                .filter(each -> matches(request.requestId(), each.requestId()))
                .filter(each -> SEVERITIES.indexOf(each.severity()) >= least)
                .filter(each -> request.startTime() == null || !each.at().isBefore(request.startTime()))
                .filter(each -> request.endTime() == null || each.at().isBefore(request.endTime()))
                .toList();
        int from = Math.min(offset(request.nextToken()), found.size());
        int most = request.maxRecords() == null ? PAGE : Math.min(PAGE, Math.max(1, request.maxRecords()));
        int to = Math.min(found.size(), from + most);
        return DescribeEventsResponse.builder()
                .events(found.subList(from, to).stream()
                        .map(ObservationsApi::description)
                        .toList())
                .nextToken(to < found.size() ? String.valueOf(to) : null)
                .build();
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

    /** An autogenerated queue's URL is an empty text here; DescribeEnvironmentResources has the real one [C]. */
    private DescribeConfigurationSettingsResponse settings(DescribeConfigurationSettingsRequest request) {
        if (request.environmentName() == null) {
            throw Refusals.combination(
                    "The local cloud keeps no configuration templates; ask with an EnvironmentName.");
        }
        EnvironmentRecord environment = environments.record(request.environmentName(), null);
        if (!environment.application().equals(request.applicationName())) {
            throw Refusals.invalid("No Environment found for EnvironmentName = '" + environment.name()
                    + "' in application '" + request.applicationName() + "'.");
        }
        List<ConfigurationOptionSetting> settings = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> namespace :
                environments.byId(environment.id()).settings().all().entrySet()) {
            namespace
                    .getValue()
                    .forEach((option, value) -> settings.add(ConfigurationOptionSetting.builder()
                            .namespace(namespace.getKey())
                            .optionName(option)
                            .value(value)
                            .build()));
        }
        return DescribeConfigurationSettingsResponse.builder()
                .configurationSettings(ConfigurationSettingsDescription.builder()
                        .applicationName(environment.application())
                        .environmentName(environment.name())
                        .solutionStackName(environment.solutionStack())
                        .deploymentStatus(environment.status().equals("Ready") ? "deployed" : "pending")
                        .dateCreated(environment.created())
                        .dateUpdated(environment.updated())
                        .optionSettings(settings)
                        .build())
                .build();
    }

    private ListAvailableSolutionStacksResponse solutionStacks(ListAvailableSolutionStacksRequest request) {
        return ListAvailableSolutionStacksResponse.builder()
                .solutionStacks(EnvironmentViews.SOLUTION_STACK)
                .build();
    }

    private static EventDescription description(EventRecord event) {
        return EventDescription.builder()
                .eventDate(event.at())
                .severity(event.severity())
                .message(event.message())
                .applicationName(event.application())
                .versionLabel(event.version().isEmpty() ? null : event.version())
                .environmentName(event.environment().isEmpty() ? null : event.environment())
                .requestId(event.requestId().isEmpty() ? null : event.requestId())
                .build();
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean isAmong(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static int offset(@Nullable String token) {
        if (token == null) {
            return 0;
        }
        if (!token.matches("[0-9]{1,6}")) {
            throw Refusals.invalid("The NextToken is not one that DescribeEvents gave.");
        }
        return Integer.parseInt(token);
    }
}
