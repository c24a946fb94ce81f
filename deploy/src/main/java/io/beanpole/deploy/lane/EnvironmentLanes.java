package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.Remembered;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.lane.LaneQueues.Counts;
import io.beanpole.deploy.scaling.Alarms;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.deploy.scaling.GroupState;
import io.beanpole.deploy.scaling.Groups;
import io.beanpole.deploy.scaling.WatchedAlarm;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Lanes as Elastic Beanstalk has them: a lane is a worker environment and the queue that its sqsd reads. */
public final class EnvironmentLanes implements Lanes, AutoCloseable {
    /** How long an address is remembered: a CNAME swap moves it from one environment to another. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ElasticBeanstalkClient beanstalk;
    private final SqsClient sqs;
    private final CloudWatchClient cloudWatch;
    private final AutoScalingClient autoScaling;
    private final WorkerEnvironments environments;
    private final LaneQueues queues;
    private final LaneAges ages;
    private final LaneFlows flows;
    private final PlainMail mail;
    private final LaneNames names;
    private final Optional<TestTaskRoute> route;
    private final Remembered<URI> web;

    /**
     * The lanes of a cloud.
     *
     * @param names of the lanes that deployment.yml describes; the others are called as their environments are
     * @param route of test tasks; empty where deployment.yml describes none
     * @param notes hears of an action that could not be written down
     */
    public EnvironmentLanes(AwsAccess access, LaneNames names, Optional<TestTaskRoute> route, Progress notes) {
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
        this.sqs = access.client(SqsClient.builder());
        this.cloudWatch = access.client(CloudWatchClient.builder());
        this.autoScaling = access.client(AutoScalingClient.builder());
        this.environments = new WorkerEnvironments(beanstalk);
        this.queues = new LaneQueues(sqs);
        var period = Duration.ofSeconds(access.hasOwnEndpoint() ? 10 : 60);
        this.ages = new LaneAges(cloudWatch, period, access.clock());
        this.flows = new LaneFlows(cloudWatch, period, access.clock());
        this.mail = new PlainMail(access, new QueueOwners(access, Optional.empty()), notes);
        this.names = names;
        this.route = route;
        this.web = new Remembered<>(
                () -> route.flatMap(known -> web(known, access.hasOwnEndpoint())), FRESH, access.clock());
    }

    /** On AWS a header with a token must not travel in the clear; the local cloud has no certificates. */
    private Optional<URI> web(TestTaskRoute known, boolean isLocal) {
        return isLocal
                ? environments.address(known.environmentName(), "http")
                : known.url().or(() -> environments.address(known.environmentName(), "https"));
    }

    @Override
    public List<LaneState> all() {
        var workers = environments.all().stream()
                .sorted(Comparator.comparing(EnvironmentParts::environmentName, names.byUrgency()))
                .toList();
        if (workers.isEmpty()) {
            return List.of();
        }
        var watch = new Watch(
                new Alarms(cloudWatch).all(),
                new Groups(autoScaling)
                        .named(workers.stream()
                                .flatMap(parts -> parts.group().stream())
                                .toList()),
                ages.of(workers.stream()
                        .flatMap(parts -> parts.queueName().stream())
                        .toList()));
        var lanes = new ArrayList<LaneState>();
        for (var worker : workers) {
            // A queue that went meanwhile belongs to an environment that is being terminated.
            queues.counts(worker).ifPresent(counts -> lanes.add(lane(worker, counts, watch)));
        }
        return lanes;
    }

    /** How each lane stands now and how fast it fills and drains, the most urgent first. */
    public List<LaneReport> reports() {
        var states = all();
        var known = states.isEmpty()
                ? Map.<String, LaneFlow>of()
                : flows.of(states.stream().map(LaneState::queueName).toList());
        return states.stream()
                .map(state -> LaneReport.of(state, Optional.ofNullable(known.get(state.queueName()))))
                .toList();
    }

    @Override
    public Map<String, LaneFlow> flows(List<String> queueNames) {
        return flows.of(queueNames);
    }

    @Override
    public String sendMessage(LaneState lane, String body) {
        return mail.send(lane, body);
    }

    private LaneState lane(EnvironmentParts worker, Counts counts, Watch watch) {
        var url = worker.queueUrl().orElseThrow();
        var queueName = EnvironmentParts.nameOfQueue(url);
        var deadLetterName = EnvironmentParts.nameOfQueue(counts.deadLetterQueueUrl());
        var group = worker.group().map(watch.groups::get);
        return new LaneState(
                names.of(worker.environmentName()),
                worker.environmentName(),
                queueName,
                url,
                counts.deadLetterQueueUrl(),
                counts.depth(),
                counts.inFlight(),
                counts.delayed(),
                counts.depth() == 0 ? Optional.empty() : Optional.ofNullable(watch.ages.get(queueName)),
                counts.deadLetters(),
                group.map(GroupState::inService).orElse(0),
                group.map(GroupState::desired).orElse(0),
                watch.alarms.stream()
                        .filter(alarm -> alarm.watchesQueue(queueName) || alarm.watchesQueue(deadLetterName))
                        .map(WatchedAlarm::summary)
                        .toList());
    }

    @Override
    public Optional<String> whyNoTestTask() {
        if (route.isEmpty()) {
            return Optional.of("deployment.yml describes no test task for this cloud (section testTask).");
        }
        var name = route.get().environmentName();
        if (web.get().isEmpty()) {
            return Optional.of("The web environment " + name + ", which takes test tasks, has no address here.");
        }
        return route.get().whyNot();
    }

    @Override
    public TestTask sendTestTask(String laneName) {
        if (!names.contains(laneName)) {
            throw new DeployException(
                    "Could not send a test task to the lane " + laneName + ": deployment.yml has no such lane; it has "
                            + String.join(", ", names.byEnvironment().values()) + ".");
        }
        var known = route();
        return known.send(address(known), laneName);
    }

    @Override
    public TestTask refresh(TestTask task) {
        var known = route();
        return known.refresh(address(known), task);
    }

    private TestTaskRoute route() {
        return route.orElseThrow(() -> new DeployException(
                "Could not send a test task: deployment.yml describes none for this cloud.",
                "Add the section testTask to deployment.yml."));
    }

    private URI address(TestTaskRoute known) {
        return web.get()
                .orElseThrow(() -> new DeployException("Could not reach the web environment " + known.environmentName()
                        + ": it isn't here, or has no address yet."));
    }

    @Override
    public void close() {
        beanstalk.close();
        sqs.close();
        cloudWatch.close();
        autoScaling.close();
        mail.close();
    }

    /** What was read for all lanes at once. */
    private record Watch(List<WatchedAlarm> alarms, Map<String, GroupState> groups, Map<String, Duration> ages) {}
}
