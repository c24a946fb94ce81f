package io.beanpole.deploy.alarm;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.deploy.scaling.EnvironmentResources;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;

/**
 * Which environment each alarm concerns. Most say it by the names of what they watch, which costs nothing; what hangs on a
 * queue of one's own is found by asking a few environments at a reading for their resources, each once per change of it.
 */
final class AlarmOwners {
    private static final System.Logger LOG = System.getLogger(AlarmOwners.class.getName());

    /** Elastic Beanstalk throttles; with many environments the board is whole after some readings. */
    private static final int MOST_QUESTIONS = 3;

    /** An alarm goes with its environment, so that only new environments make an older list wrong. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final Duration AT_LEAST_APART = Duration.ofSeconds(50);

    private final ElasticBeanstalkClient beanstalk;
    private final EnvironmentResources resources;
    private final Map<String, EnvironmentParts> known = new ConcurrentHashMap<>();
    private final Duration goodFor;
    private final Clock clock;
    private List<EnvironmentDescription> listed = List.of();
    private Instant listedAt = Instant.EPOCH;

    /** @param goodFor how long a list of environments is good; a cloud of one's own can be asked each time */
    AlarmOwners(ElasticBeanstalkClient beanstalk, Duration goodFor, Clock clock) {
        this.beanstalk = beanstalk;
        this.goodFor = goodFor;
        this.clock = clock;
        this.resources = new EnvironmentResources(beanstalk);
    }

    /** Those of the alarms that concern an environment here. */
    synchronized List<OwnedAlarm> owned(List<MetricAlarm> alarms) {
        var words = alarms.stream().map(AlarmWords::new).toList();
        var environments = environments(words);
        var byId = environments.stream()
                .collect(Collectors.toMap(EnvironmentDescription::environmentId, each -> each, (one, other) -> one));
        if (words.stream().anyMatch(each -> hasUnknownOwner(each, byId))) {
            learn(environments);
        }
        return words.stream()
                .flatMap(each -> owner(each, environments, byId).map(environment -> owned(each, environment)).stream())
                .toList();
    }

    private List<EnvironmentDescription> environments(List<AlarmWords> words) {
        var age = Duration.between(listedAt, clock.instant());
        var isSoon = goodFor.compareTo(AT_LEAST_APART) > 0 && isIncomplete(words);
        if (age.isNegative() || age.compareTo(isSoon ? AT_LEAST_APART : goodFor) >= 0) {
            listed = listed();
            listedAt = clock.instant();
        }
        return listed;
    }

    /** Whether an alarm may be of an environment that is newer than the list. */
    private boolean isIncomplete(List<AlarmWords> words) {
        var byId = listed.stream()
                .collect(Collectors.toMap(EnvironmentDescription::environmentId, each -> each, (one, other) -> one));
        return listed.isEmpty()
                || words.stream()
                        .anyMatch(each -> hasUnknownOwner(each, byId)
                                || each.environmentId()
                                        .filter(id -> !byId.containsKey(id))
                                        .isPresent());
    }

    private List<EnvironmentDescription> listed() {
        var living = AwsCall.pages(
                        "list the environments",
                        token -> beanstalk.describeEnvironments(
                                request -> request.includeDeleted(false).nextToken(token)),
                        DescribeEnvironmentsResponse::nextToken)
                .stream()
                .flatMap(page -> page.environments().stream())
                .filter(environment -> environment.status() != EnvironmentStatus.TERMINATED)
                .toList();
        known.keySet().retainAll(living.stream().map(AlarmOwners::generation).toList());
        return living;
    }

    private boolean hasUnknownOwner(AlarmWords words, Map<String, EnvironmentDescription> byId) {
        return words.environmentId().map(byId::get).isEmpty()
                && words.queues().stream()
                        .anyMatch(queue -> known.values().stream().noneMatch(parts -> isOf(parts, queue)));
    }

    private void learn(List<EnvironmentDescription> environments) {
        environments.stream()
                .filter(each ->
                        each.tier() != null && "Worker".equals(each.tier().name()))
                .filter(each -> each.status() == EnvironmentStatus.READY && !known.containsKey(generation(each)))
                .limit(MOST_QUESTIONS)
                .forEach(this::learn);
    }

    /** One that doesn't tell now, throttled or just gone, is asked at the next reading; the others are shown all the same. */
    private void learn(EnvironmentDescription environment) {
        try {
            known.put(generation(environment), resources.of(environment.environmentName()));
        } catch (DeployException e) {
            LOG.log(Level.DEBUG, "The resources of " + environment.environmentName() + " aren't known yet", e);
        }
    }

    private Optional<EnvironmentDescription> owner(
            AlarmWords words, List<EnvironmentDescription> environments, Map<String, EnvironmentDescription> byId) {
        return words.environmentId()
                .map(byId::get)
                .or(() -> environments.stream()
                        .filter(each -> Optional.ofNullable(known.get(generation(each)))
                                .filter(parts -> words.queues().stream().anyMatch(queue -> isOf(parts, queue))
                                        || parts.group()
                                                .filter(words.groups()::contains)
                                                .isPresent())
                                .isPresent())
                        .findFirst());
    }

    private OwnedAlarm owned(AlarmWords words, EnvironmentDescription environment) {
        var queue = words.queues().stream().findFirst();
        var kind = queue.map(name -> isDeadLetters(name, environment) ? AlarmKind.DEAD_LETTERS : AlarmKind.QUEUE)
                .orElse(AlarmKind.GROUP);
        return new OwnedAlarm(
                words.alarm(),
                kind,
                queue.or(() -> words.groups().stream().findFirst()).orElse(""),
                environment.applicationName(),
                environment.environmentName());
    }

    private boolean isDeadLetters(String queue, EnvironmentDescription environment) {
        var parts = Optional.ofNullable(known.get(generation(environment)));
        return queue.contains("DeadLetter")
                || queue.contains("dead-letter")
                || parts.flatMap(EnvironmentParts::deadLetterQueueName)
                        .filter(queue::equals)
                        .isPresent();
    }

    private static boolean isOf(EnvironmentParts parts, String queue) {
        return parts.queueName().filter(queue::equals).isPresent()
                || parts.deadLetterQueueName().filter(queue::equals).isPresent();
    }

    /** DateUpdated moves with every change of an environment. */
    private static String generation(EnvironmentDescription environment) {
        return environment.environmentId() + " " + environment.dateUpdated();
    }
}
