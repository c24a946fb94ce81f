package io.beanpole.deploy.fleet;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.Deployment;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationSettingsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeConfigurationSettingsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListAvailableSolutionStacksResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformBranchesResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A fleet of the size that a test wants behind the SDK's interfaces, as AWS pages and bounds its answers. */
final class FakeFleet {
    static final Instant NOW = Instant.parse("2026-11-21T09:42:10Z");
    static final String STACK = "64bit Amazon Linux 2023 v4.3.0 running Docker";

    final Map<String, EnvironmentDescription> environments = new TreeMap<>();
    final List<EventDescription> events = new ArrayList<>();
    /** The versions that instances of an environment run, by its id; what the environment says where nothing is put. */
    final Map<String, List<String>> versions = new TreeMap<>();

    /** The URL of the queue that somebody chose for a worker, by its name; Elastic Beanstalk made none for it. */
    final Map<String, String> chosenQueues = new TreeMap<>();
    /** Second groups, as an immutable update makes them. */
    final List<AutoScalingGroup> furtherGroups = new ArrayList<>();
    /** The operations that are throttled now. */
    final Set<String> throttled = new HashSet<>();

    final FleetBudget budget = FleetBudget.shared();
    final TestClock clock = new TestClock();

    /** The names of the operations that were asked for. */
    final List<String> requests = new ArrayList<>();

    /** @param size every fourth is a web environment, the others are workers; every tenth isn't well */
    FakeFleet(int size) {
        IntStream.range(0, size).forEach(i -> put(i, i % 10 == 9 ? "Warning" : "Ok"));
    }

    void put(int number, String health) {
        var id = id(number);
        environments.put(
                id,
                EnvironmentDescription.builder()
                        .environmentId(id)
                        .environmentName("environment-" + number)
                        .applicationName("application-" + number / 20)
                        .tier(tier -> tier.name(number % 4 == 0 ? "WebServer" : "Worker"))
                        .status("Ready")
                        .health("Green")
                        .healthStatus(health)
                        .versionLabel("v1")
                        .solutionStackName(STACK)
                        .dateUpdated(NOW.minusSeconds(3600))
                        .build());
    }

    static String id(int number) {
        return String.format("e-%010d", number);
    }

    AwsFleetCatalog catalog() {
        return new AwsFleetCatalog(
                new FleetClients(
                        client(
                                ElasticBeanstalkClient.class,
                                Map.of(
                                        "describeConfigurationSettings",
                                                request -> settings((DescribeConfigurationSettingsRequest) request),
                                        "describeEnvironments",
                                                request -> DescribeEnvironmentsResponse.builder()
                                                        .environments(environments.values())
                                                        .build(),
                                        "describeEvents", request -> events((DescribeEventsRequest) request),
                                        "describeEnvironmentHealth",
                                                request -> DescribeEnvironmentHealthResponse.builder()
                                                        .causes("Something is wrong.")
                                                        .build(),
                                        "describeInstancesHealth",
                                                request -> instances(
                                                        ((DescribeInstancesHealthRequest) request).environmentId()),
                                        "listAvailableSolutionStacks",
                                                request -> ListAvailableSolutionStacksResponse.builder()
                                                        .solutionStacks(
                                                                "64bit Amazon Linux 2023 v4.10.1 running Docker", STACK)
                                                        .build(),
                                        "listPlatformBranches",
                                                request -> ListPlatformBranchesResponse.builder()
                                                        .platformBranchSummaryList(branch -> branch.branchName(
                                                                        "Docker running on 64bit Amazon Linux 2023")
                                                                .lifecycleState("Deprecated"))
                                                        .build())),
                        client(
                                AutoScalingClient.class,
                                Map.of(
                                        "describeAutoScalingGroups",
                                        request -> groups((DescribeAutoScalingGroupsRequest) request))),
                        client(
                                CloudWatchClient.class,
                                Map.of("getMetricData", request -> metrics((GetMetricDataRequest) request))),
                        client(
                                SqsClient.class,
                                Map.of(
                                        "listQueues", request -> queues(),
                                        "getQueueAttributes",
                                                request -> GetQueueAttributesResponse.builder()
                                                        .attributes(Map.of(
                                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "42",
                                                                QueueAttributeName
                                                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                                                        "1"))
                                                        .build()))),
                clock,
                Duration.ofMinutes(1),
                budget);
    }

    private DescribeEventsResponse events(DescribeEventsRequest request) {
        return DescribeEventsResponse.builder()
                .events(events.stream()
                        .filter(event -> request.environmentName() == null
                                || request.environmentName().equals(event.environmentName()))
                        .filter(event -> request.startTime() == null
                                || !event.eventDate().isBefore(request.startTime()))
                        .sorted((one, other) -> other.eventDate().compareTo(one.eventDate()))
                        .limit(request.maxRecords())
                        .toList())
                .build();
    }

    private DescribeInstancesHealthResponse instances(String id) {
        return DescribeInstancesHealthResponse.builder()
                .instanceHealthList(versions.getOrDefault(id, List.of("v1")).stream()
                        .map(version -> SingleInstanceHealth.builder()
                                .deployment(Deployment.builder()
                                        .versionLabel(version)
                                        .status("Deployed")
                                        .build())
                                .build())
                        .toList())
                .build();
    }

    private DescribeAutoScalingGroupsResponse groups(DescribeAutoScalingGroupsRequest request) {
        var from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        var all = Stream.concat(environments.values().stream().map(FakeFleet::group), furtherGroups.stream())
                .toList();
        var to = Math.min(all.size(), from + request.maxRecords());
        return DescribeAutoScalingGroupsResponse.builder()
                .autoScalingGroups(all.subList(from, to))
                .nextToken(to < all.size() ? String.valueOf(to) : null)
                .build();
    }

    private DescribeConfigurationSettingsResponse settings(DescribeConfigurationSettingsRequest request) {
        return DescribeConfigurationSettingsResponse.builder()
                .configurationSettings(
                        settings -> settings.optionSettings(option -> option.namespace("aws:elasticbeanstalk:sqsd")
                                .optionName("WorkerQueueURL")
                                .value(chosenQueues.get(request.environmentName()))))
                .build();
    }

    static AutoScalingGroup group(EnvironmentDescription environment) {
        return AutoScalingGroup.builder()
                .autoScalingGroupName("awseb-" + environment.environmentId())
                .minSize(1)
                .maxSize(4)
                .desiredCapacity(2)
                .tags(tag -> tag.key("elasticbeanstalk:environment-name").value(environment.environmentName()))
                .instances(
                        one -> one.instanceId("i-1").lifecycleState("InService").protectedFromScaleIn(true),
                        one -> one.instanceId("i-2").lifecycleState("Pending").protectedFromScaleIn(false))
                .build();
    }

    private ListQueuesResponse queues() {
        var urls = new ArrayList<String>();
        environments.forEach((id, environment) -> {
            if (chosenQueues.containsKey(environment.environmentName())) {
                return;
            }
            urls.add("http://localhost/000000000000/awseb-" + id + "-stack-AWSEBWorkerQueue-X");
            urls.add("http://localhost/000000000000/awseb-" + id + "-stack-AWSEBWorkerDeadLetterQueue-X");
        });
        return ListQueuesResponse.builder().queueUrls(urls).build();
    }

    private GetMetricDataResponse metrics(GetMetricDataRequest request) {
        if (request.metricDataQueries().size() > 500) {
            throw new AssertionError("GetMetricData takes 500 queries, not "
                    + request.metricDataQueries().size());
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(request.metricDataQueries().stream()
                        .map(query -> MetricDataResult.builder()
                                .id(query.id())
                                .timestamps(clock.now.minusSeconds(120), clock.now.minusSeconds(60))
                                .values(3.0, query.id().startsWith("l") ? 7.0 : 5.0)
                                .build())
                        .toList())
                .build();
    }

    private <C> C client(Class<C> type, Map<String, Function<Object, Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                FakeFleet.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (arguments == null || !(arguments[0] instanceof Consumer<?>)) {
                        requests.add(method.getName());
                        budget.sent(type.getSimpleName(), method.getName(), 0);
                        if (throttled.contains(method.getName())) {
                            throw ElasticBeanstalkException.builder()
                                    .statusCode(400)
                                    .awsErrorDetails(AwsErrorDetails.builder()
                                            .errorCode("Throttling")
                                            .errorMessage("Rate exceeded")
                                            .build())
                                    .build();
                        }
                        var answer = answers.get(method.getName());
                        if (answer == null) {
                            throw new AssertionError("Nobody expected " + method.getName());
                        }
                        return answer.apply(arguments == null ? proxy : arguments[0]);
                    }
                    // The shape with a lambda builds its request and calls the other shape.
                    return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                            .unreflectSpecial(method, type)
                            .bindTo(proxy)
                            .invokeWithArguments(arguments);
                }));
    }

    /** A clock that the test moves. */
    static final class TestClock extends Clock {
        Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
