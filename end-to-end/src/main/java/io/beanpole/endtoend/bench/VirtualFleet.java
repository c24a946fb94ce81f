package io.beanpole.endtoend.bench;

import io.beanpole.deploy.alarm.BoardAlarm;
import io.beanpole.deploy.beanstalk.EnvironmentCatalog;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.InstanceOverview;
import io.beanpole.deploy.fleet.AwsFleetCatalog;
import io.beanpole.deploy.fleet.FleetBudget;
import io.beanpole.deploy.fleet.FleetClients;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeInstancesHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListAvailableSolutionStacksResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ListPlatformBranchesResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

/**
 * A fleet of so many environments behind the SDK's interfaces, whose health and queues change as time goes on; it counts
 * the requests. No wire: the bench is about the window.
 */
final class VirtualFleet {
    private static final String STACK = "64bit Amazon Linux 2023 v4.3.0 running Docker";
    private static final int HOUR = 60;
    private static final int ALARMS_EACH = 2;
    private static final int ALARMS_A_PAGE = 100;

    private final String name;
    private final int size;
    private final Clock clock;
    private final FleetBudget budget = FleetBudget.shared();
    private final AtomicInteger requests = new AtomicInteger();
    private final Random random = new Random(7);

    VirtualFleet(String name, int size, Clock clock) {
        this.name = name;
        this.size = size;
        this.clock = clock;
    }

    int requests() {
        return requests.get();
    }

    AwsFleetCatalog catalog() {
        return new AwsFleetCatalog(
                new FleetClients(
                        client(ElasticBeanstalkClient.class, beanstalk()),
                        client(
                                AutoScalingClient.class,
                                Map.of(
                                        "describeAutoScalingGroups",
                                        request -> groups((DescribeAutoScalingGroupsRequest) request))),
                        client(
                                CloudWatchClient.class,
                                Map.of("getMetricData", request -> metrics((GetMetricDataRequest) request))),
                        client(SqsClient.class, Map.of("listQueues", request -> queues()))),
                clock,
                Duration.ofMinutes(1),
                budget);
    }

    /** Instances and events of the chosen environment as a console reads them: three requests a refresh. */
    EnvironmentCatalog details() {
        return new EnvironmentCatalog() {
            @Override
            public List<EnvironmentOverview> all() {
                return List.of();
            }

            @Override
            public List<InstanceOverview> instances(String environmentName) {
                asked("DescribeInstancesHealth");
                asked("DescribeAutoScalingInstances");
                return List.of();
            }

            @Override
            public List<EnvironmentEvent> events(String environmentName, Instant since, int most) {
                asked("DescribeEvents");
                var now = clock.instant();
                return List.of(new EnvironmentEvent(now, "INFO", "It is " + now + " and all is as it was."));
            }
        };
    }

    /** Two alarms an environment, which Elastic Beanstalk makes, a hundred a page. */
    List<BoardAlarm> alarms() {
        for (int page = 0; page * ALARMS_A_PAGE < size * ALARMS_EACH; page++) {
            asked("DescribeAlarms");
        }
        return List.of();
    }

    private void asked(String operation) {
        requests.incrementAndGet();
        budget.sent(name, operation, 0);
    }

    private Map<String, Function<Object, Object>> beanstalk() {
        return Map.of(
                "describeEnvironments", request -> environments(),
                "describeEvents", request -> DescribeEventsResponse.builder().build(),
                "describeEnvironmentHealth",
                        request -> DescribeEnvironmentHealthResponse.builder()
                                .causes("1 of 2 instances is not well.")
                                .build(),
                "describeInstancesHealth",
                        request -> DescribeInstancesHealthResponse.builder()
                                .instanceHealthList(instance -> instance.deployment(
                                        one -> one.versionLabel("v1").status("Deployed")))
                                .build(),
                "listAvailableSolutionStacks",
                        request -> ListAvailableSolutionStacksResponse.builder()
                                .solutionStacks(STACK)
                                .build(),
                "listPlatformBranches",
                        request -> ListPlatformBranchesResponse.builder().build());
    }

    private String id(int number) {
        return String.format(Locale.ROOT, "e-%s%06d", name.replaceAll("[^a-z]", ""), number);
    }

    private String environment(int number) {
        return name + "-" + number;
    }

    private DescribeEnvironmentsResponse environments() {
        var all = new ArrayList<EnvironmentDescription>();
        for (int i = 0; i < size; i++) {
            all.add(EnvironmentDescription.builder()
                    .environmentId(id(i))
                    .environmentName(environment(i))
                    .applicationName("application-" + i % 5)
                    .tier(tier -> tier.name("Worker"))
                    .status("Ready")
                    .health("Green")
                    .healthStatus(random.nextInt(20) == 0 ? "Warning" : "Ok")
                    .versionLabel("v1")
                    .solutionStackName(STACK)
                    .dateUpdated(Instant.EPOCH)
                    .build());
        }
        return DescribeEnvironmentsResponse.builder().environments(all).build();
    }

    private DescribeAutoScalingGroupsResponse groups(DescribeAutoScalingGroupsRequest request) {
        var from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        var to = Math.min(size, from + request.maxRecords());
        var groups = new ArrayList<AutoScalingGroup>();
        for (int i = from; i < to; i++) {
            var of = environment(i);
            groups.add(AutoScalingGroup.builder()
                    .autoScalingGroupName("awseb-" + id(i))
                    .minSize(1)
                    .maxSize(4)
                    .desiredCapacity(1 + random.nextInt(2))
                    .tags(tag -> tag.key("elasticbeanstalk:environment-name").value(of))
                    .instances(one -> one.instanceId("i-1").lifecycleState("InService"))
                    .build());
        }
        return DescribeAutoScalingGroupsResponse.builder()
                .autoScalingGroups(groups)
                .nextToken(to < size ? String.valueOf(to) : null)
                .build();
    }

    private ListQueuesResponse queues() {
        var urls = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            urls.add("https://sqs/1/awseb-" + id(i) + "-stack-AWSEBWorkerQueue-X");
            urls.add("https://sqs/1/awseb-" + id(i) + "-stack-AWSEBWorkerDeadLetterQueue-X");
        }
        return ListQueuesResponse.builder().queueUrls(urls).build();
    }

    private GetMetricDataResponse metrics(GetMetricDataRequest request) {
        var now = clock.instant();
        var times = new ArrayList<Instant>();
        for (int minute = HOUR; minute > 0; minute--) {
            times.add(now.minusSeconds(60L * minute));
        }
        return GetMetricDataResponse.builder()
                .metricDataResults(request.metricDataQueries().stream()
                        .map(query -> MetricDataResult.builder()
                                .id(query.id())
                                .timestamps(times)
                                .values(random.doubles(HOUR, 0, 500).boxed().toList())
                                .build())
                        .toList())
                .build();
    }

    private <C> C client(Class<C> type, Map<String, Function<Object, Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                VirtualFleet.class.getClassLoader(), List.of(type).toArray(Class<?>[]::new), (proxy, method, given) -> {
                    if (given != null && given[0] instanceof Consumer<?>) {
                        // The shape with a lambda builds its request and calls the other shape.
                        return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                                .unreflectSpecial(method, type)
                                .bindTo(proxy)
                                .invokeWithArguments(given);
                    }
                    var answer = answers.get(method.getName());
                    if (answer == null) {
                        return null;
                    }
                    asked(method.getName());
                    return answer.apply(given == null ? proxy : given[0]);
                }));
    }
}
