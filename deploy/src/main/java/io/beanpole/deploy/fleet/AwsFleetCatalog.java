package io.beanpole.deploy.fleet;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.beanstalk.EnvironmentReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;

/**
 * The fleet as AWS tells it, in at most {@value #MOST_REQUESTS} requests a reading up to 800 environments or so: the
 * list, the groups by the hundred, the news of all, the metrics of all queues at once; what only a request for each
 * environment tells is read by turns with what is left, and remembered.
 */
public final class AwsFleetCatalog implements FleetCatalog, AutoCloseable {
    /** Beyond this only what can't be spared, at more environments than it suffices for. */
    public static final int MOST_REQUESTS = 12;

    private static final int PAGE = 1000;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final FleetClients clients;
    private final Clock clock;
    private final FleetBudget budget;
    private final FleetGroups groups;
    private final WorkerQueues queues;
    private final QueueMetrics metrics;
    private final QueueCounting counting;
    private final DeploymentPast deployments;
    private final Platforms platforms;
    private final UnwellCauses causes;
    private final RunningVersions versions;
    private boolean isFirst = true;

    /**
     * Reached by this way. A local cloud's metrics cost nothing and are seconds old.
     *
     * @param budget which hears of all requests of this way
     */
    public AwsFleetCatalog(AwsAccess access, FleetBudget budget) {
        this(
                FleetClients.of(access),
                access.clock(),
                access.hasOwnEndpoint() ? TEN_SECONDS : A_MINUTE,
                access.hasOwnEndpoint() ? FleetBudget.unshared() : budget);
    }

    /**
     * Reached by these clients.
     *
     * @param freshMetrics how long metrics are good for before they are asked for, and paid for, again
     * @param budget of each reading
     */
    public AwsFleetCatalog(FleetClients clients, Clock clock, Duration freshMetrics, FleetBudget budget) {
        this.clients = clients;
        this.budget = budget;
        this.clock = clock;
        groups = new FleetGroups(clients.autoScaling());
        queues = new WorkerQueues(clients);
        metrics = new QueueMetrics(clients.cloudWatch(), freshMetrics);
        counting = new QueueCounting(clients.sqs());
        deployments = new DeploymentPast(clients.beanstalk());
        platforms = new Platforms(clients.beanstalk());
        causes = new UnwellCauses(clients.beanstalk());
        versions = new RunningVersions(clients.beanstalk());
    }

    @Override
    public synchronized Fleet read() {
        var requests = budget.begin();
        try {
            return read(requests, clock.instant());
        } finally {
            budget.end(requests);
        }
    }

    private Fleet read(Requests requests, Instant now) {
        var living = living(requests);
        var workers = living.stream().filter(AwsFleetCatalog::isWorker).toList();
        forget(living);
        var byName = requests.optional(() -> groups.read(requests)).orElse(Map.of());
        if (isFirst) {
            // Somebody has just opened a window: what runs where is worth more now than all of it seconds later.
            isFirst = false;
            return fleet(living, byName, Map.of(), requests, now);
        }
        if (requests.left() > 0) {
            deployments.follow(requests);
        }
        queues.list(workers, requests, now);
        var known =
                workers.stream().flatMap(worker -> queues.of(worker).stream()).toList();
        var told = known.isEmpty() ? Map.<String, FleetQueue>of() : metrics.read(known, requests, now);
        var counted = counting.freshen(known, told, requests);
        Chore.byTurns(chores(living, workers, requests, now), requests);
        return fleet(living, byName, counted, requests, now);
    }

    @Override
    public void close() {
        clients.close();
    }

    private Fleet fleet(
            List<EnvironmentDescription> living,
            Map<String, FleetGroup> byName,
            Map<String, FleetQueue> counted,
            Requests requests,
            Instant now) {
        var environments = living.stream()
                .map(environment -> row(environment, byName, counted))
                .sorted(Comparator.comparing(
                                (FleetEnvironment row) -> row.overview().application())
                        .thenComparing(FleetEnvironment::name))
                .toList();
        return new Fleet(environments, now, requests.made(), requests.notTold());
    }

    private List<EnvironmentDescription> living(Requests requests) {
        return requests
                .pages(
                        "list the environments",
                        token -> clients.beanstalk()
                                .describeEnvironments(request -> request.includeDeleted(false)
                                        .maxRecords(PAGE)
                                        .nextToken(token)),
                        DescribeEnvironmentsResponse::nextToken)
                .stream()
                .flatMap(answer -> answer.environments().stream())
                .filter(environment -> !"Terminated".equals(environment.statusAsString()))
                .toList();
    }

    private void forget(List<EnvironmentDescription> living) {
        var ids = living.stream().map(EnvironmentDescription::environmentId).toList();
        causes.retain(ids);
        versions.retain(ids);
        deployments.retain(
                living.stream().map(EnvironmentDescription::environmentName).toList());
    }

    private List<Chore> chores(
            List<EnvironmentDescription> living, List<EnvironmentDescription> workers, Requests requests, Instant now) {
        var chores = new ArrayList<Chore>();
        workers.stream()
                .filter(worker -> queues.isUnknown(worker, now))
                .map(worker ->
                        new Chore(0, Instant.EPOCH, WorkerQueues.REQUESTS, () -> queues.find(worker, requests, now)))
                .forEach(chores::add);
        living.stream()
                .filter(environment -> causes.isDue(environment, now))
                .map(environment ->
                        new Chore(1, causes.readAt(environment), 1, () -> causes.read(environment, requests, now)))
                .forEach(chores::add);
        if (platforms.isDue(now)) {
            chores.add(new Chore(2, Instant.EPOCH, Platforms.REQUESTS, () -> platforms.read(requests, now)));
        }
        living.stream()
                .map(EnvironmentDescription::environmentName)
                .filter(deployments::isUnknown)
                .map(name -> new Chore(3, Instant.EPOCH, 1, () -> deployments.ask(name, requests)))
                .forEach(chores::add);
        living.stream()
                .filter(environment -> versions.isDue(environment, now))
                .map(environment ->
                        new Chore(4, versions.readAt(environment), 1, () -> versions.read(environment, requests, now)))
                .forEach(chores::add);
        return chores;
    }

    private FleetEnvironment row(
            EnvironmentDescription environment, Map<String, FleetGroup> groupOf, Map<String, FleetQueue> queueOf) {
        var group = Optional.ofNullable(groupOf.get(environment.environmentName()));
        var said = EnvironmentReading.of(environment, Optional.empty());
        var overview = new EnvironmentOverview(
                said.id(),
                said.name(),
                said.application(),
                said.tier(),
                said.status(),
                said.color(),
                said.healthStatus(),
                causes.of(environment),
                said.versionLabel(),
                said.platform(),
                said.address(),
                group.map(FleetGroup::inService).orElse(0),
                0,
                said.updatedAt());
        return new FleetEnvironment(
                overview,
                group,
                Stream.of(environment)
                        .filter(AwsFleetCatalog::isWorker)
                        .flatMap(worker -> queues.of(worker).stream())
                        .map(queue -> queueOf.get(queue.name()))
                        .filter(Objects::nonNull)
                        .findFirst(),
                deployments.of(environment.environmentName()),
                platforms.of(said.platform()),
                versions.of(environment));
    }

    private static boolean isWorker(EnvironmentDescription environment) {
        return environment.tier() != null && "Worker".equals(environment.tier().name());
    }
}
