package io.beanpole.deploy.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which queue each worker drains. The names of those that Elastic Beanstalk makes tell it, a thousand a request; a queue
 * that was chosen by the option WorkerQueueURL costs up to four requests, once per change of its environment.
 */
final class WorkerQueues {
    /** The most requests that finding one chosen queue takes. */
    static final int REQUESTS = 4;

    /** What Elastic Beanstalk calls the queues that it makes for a worker [M]. */
    private static final Pattern MADE = Pattern.compile("awseb-(e-[a-z0-9]+)-stack-AWSEBWorker(DeadLetter)?Queue-.*");

    private static final String SQSD = "aws:elasticbeanstalk:sqsd";
    private static final int MOST_QUEUES = 1000;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final FleetClients clients;
    private final Memo<Optional<WorkerQueue>> chosen = new Memo<>(Duration.ofHours(1));
    private Map<String, WorkerQueue> made = Map.of();
    private Instant listedAt = Instant.EPOCH;

    WorkerQueues(FleetClients clients) {
        this.clients = clients;
    }

    /** Lists the queues that Elastic Beanstalk made, now and then and when a worker has come that has none yet. */
    void list(List<EnvironmentDescription> workers, Requests requests, Instant now) {
        var hasNew = workers.stream().anyMatch(worker -> isUnknown(worker, now));
        if (requests.left() > 0 && (hasNew || !now.isBefore(listedAt.plus(FRESH)))) {
            requests.optional(() -> made(requests)).ifPresent(found -> {
                made = found;
                listedAt = now;
            });
        }
        chosen.retain(
                workers.stream().map(EnvironmentDescription::environmentId).toList());
    }

    Optional<WorkerQueue> of(EnvironmentDescription worker) {
        return Optional.ofNullable(made.get(worker.environmentId()))
                .or(() -> chosen.get(worker.environmentId()).flatMap(queue -> queue));
    }

    /** Whether nobody looked yet which queue was chosen for it, as it is now. */
    boolean isUnknown(EnvironmentDescription worker, Instant now) {
        return !made.containsKey(worker.environmentId()) && chosen.isDue(worker.environmentId(), state(worker), now);
    }

    /** Finds the queue of a worker whose queue Elastic Beanstalk didn't make. */
    void find(EnvironmentDescription worker, Requests requests, Instant now) {
        var queue = requests.optional(() ->
                url(worker, requests).map(url -> new WorkerQueue(url, deadLetterUrl(url, requests))));
        chosen.put(worker.environmentId(), state(worker), queue, now);
    }

    private static String state(EnvironmentDescription worker) {
        return worker.statusAsString() + " " + worker.dateUpdated();
    }

    private Map<String, WorkerQueue> made(Requests requests) {
        var queues = new HashMap<String, String>();
        var deadLetters = new HashMap<String, String>();
        requests.pages(
                        "list the queues of the workers",
                        token -> clients.sqs()
                                .listQueues(request -> request.queueNamePrefix("awseb-e-")
                                        .maxResults(MOST_QUEUES)
                                        .nextToken(token)),
                        ListQueuesResponse::nextToken)
                .forEach(answer -> answer.queueUrls().forEach(url -> {
                    var name = MADE.matcher(url.substring(url.lastIndexOf('/') + 1));
                    if (name.matches()) {
                        (name.group(2) == null ? queues : deadLetters).put(name.group(1), url);
                    }
                }));
        var found = new HashMap<String, WorkerQueue>();
        queues.forEach((environment, url) ->
                found.put(environment, new WorkerQueue(url, Optional.ofNullable(deadLetters.get(environment)))));
        return found;
    }

    private Optional<String> url(EnvironmentDescription worker, Requests requests) {
        var name = worker.environmentName();
        return requests.to("read the queue's option of " + name, () -> {
                    try {
                        return clients
                                .beanstalk()
                                .describeConfigurationSettings(
                                        request -> request.applicationName(worker.applicationName())
                                                .environmentName(name))
                                .configurationSettings()
                                .stream()
                                .flatMap(settings -> settings.optionSettings().stream())
                                .filter(option ->
                                        SQSD.equals(option.namespace()) && "WorkerQueueURL".equals(option.optionName()))
                                .map(option -> option.value())
                                .filter(value -> value != null && !value.isEmpty())
                                .findFirst();
                    } catch (ElasticBeanstalkException e) {
                        if (e.statusCode() == 400 && !e.isThrottlingException()) {
                            // It was terminated since the environments were listed.
                            return Optional.<String>empty();
                        }
                        throw e;
                    }
                })
                .or(() -> resource(name, requests));
    }

    private Optional<String> resource(String name, Requests requests) {
        return requests.to("find the queue of " + name, () -> {
            try {
                return clients
                        .beanstalk()
                        .describeEnvironmentResources(request -> request.environmentName(name))
                        .environmentResources()
                        .queues()
                        .stream()
                        .filter(queue -> "WorkerQueue".equals(queue.name()))
                        .map(queue -> queue.url())
                        .filter(url -> url != null && !url.isEmpty())
                        .findFirst();
            } catch (ElasticBeanstalkException e) {
                if (e.statusCode() == 400 && !e.isThrottlingException()) {
                    return Optional.<String>empty();
                }
                throw e;
            }
        });
    }

    /** A redrive policy names a queue by its ARN only. */
    private Optional<String> deadLetterUrl(String url, Requests requests) {
        return requests.to("read the redrive policy of " + url, () -> {
                    try {
                        return Optional.ofNullable(clients.sqs()
                                .getQueueAttributes(request ->
                                        request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                                .attributes()
                                .get(QueueAttributeName.REDRIVE_POLICY));
                    } catch (QueueDoesNotExistException e) {
                        return Optional.<String>empty();
                    }
                })
                .flatMap(WorkerQueues::target)
                .flatMap(name -> requests.to("find the dead-letter queue " + name, () -> {
                    try {
                        return Optional.of(clients.sqs()
                                .getQueueUrl(request -> request.queueName(name))
                                .queueUrl());
                    } catch (QueueDoesNotExistException e) {
                        return Optional.<String>empty();
                    }
                }));
    }

    private static Optional<String> target(String policy) {
        try {
            var arn = JsonMapper.shared()
                    .readTree(policy)
                    .path("deadLetterTargetArn")
                    .asString("");
            return arn.isEmpty() ? Optional.empty() : Optional.of(arn.substring(arn.lastIndexOf(':') + 1));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
