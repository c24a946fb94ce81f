package io.beanpole.deploy.plan.cloud;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.metric.MetricValues;
import io.beanpole.deploy.metric.QueueMetric;
import io.beanpole.deploy.plan.QueueFact;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** What lies in the queues of workers: one queue counted by SQS, or all of them by one question to CloudWatch. */
final class QueueFacts implements AutoCloseable {
    /** What Elastic Beanstalk calls the queue that it makes for a worker [M]. */
    private static final Pattern WORKER_QUEUE = Pattern.compile("awseb-(e-[a-z0-9]+)-stack-AWSEBWorkerQueue-.*");

    private static final int MOST_QUEUES = 1000;
    private static final Duration LOOK_BACK = Duration.ofMinutes(15);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final String DEPTH = "d";
    private static final String IN_FLIGHT = "f";

    private final SqsClient sqs;
    private final CloudWatchClient cloudWatch;
    private final Clock clock;
    private final CountedCalls calls;

    QueueFacts(AwsAccess access, Clock clock, CountedCalls calls) {
        this.sqs = access.client(SqsClient.builder());
        this.cloudWatch = access.client(CloudWatchClient.builder());
        this.clock = clock;
        this.calls = calls;
    }

    /** URL by environment id. */
    Map<String, String> workerQueues() {
        var queues = new LinkedHashMap<String, String>();
        calls.pages(
                        "list the queues of the workers",
                        token -> sqs.listQueues(request -> request.queueNamePrefix("awseb-e-")
                                .maxResults(MOST_QUEUES)
                                .nextToken(token)),
                        ListQueuesResponse::nextToken)
                .forEach(answer -> answer.queueUrls().forEach(url -> {
                    var name = WORKER_QUEUE.matcher(url.substring(url.lastIndexOf('/') + 1));
                    if (name.matches()) {
                        queues.put(name.group(1), url);
                    }
                }));
        return queues;
    }

    Optional<QueueFact> count(String url) {
        var name = url.substring(url.lastIndexOf('/') + 1);
        return calls.to("count the messages of " + name, () -> {
            try {
                var counts = sqs.getQueueAttributes(request -> request.queueUrl(url)
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
                return Optional.of(new QueueFact(
                        name,
                        number(counts.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")),
                        number(counts.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0")),
                        true));
            } catch (QueueDoesNotExistException e) {
                return Optional.empty();
            }
        });
    }

    Map<String, QueueFact> counts(Collection<String> names) {
        var order = List.copyOf(names);
        var now = clock.instant();
        var values = new MetricValues(cloudWatch, calls::pages)
                .newest("read the depths of the workers' queues", queries(order), now.minus(LOOK_BACK), now);
        var facts = new LinkedHashMap<String, QueueFact>();
        for (int i = 0; i < order.size(); i++) {
            var depth = values.get(DEPTH + i);
            var inFlight = values.get(IN_FLIGHT + i);
            if (depth != null && inFlight != null) {
                facts.put(order.get(i), new QueueFact(order.get(i), Math.round(depth), Math.round(inFlight), false));
            }
        }
        return facts;
    }

    @Override
    public void close() {
        cloudWatch.close();
        sqs.close();
    }

    private static List<MetricDataQuery> queries(List<String> names) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < names.size(); i++) {
            queries.add(QueueMetric.VISIBLE.of(names.get(i), DEPTH + i, PERIOD));
            queries.add(QueueMetric.IN_FLIGHT.of(names.get(i), IN_FLIGHT + i, PERIOD));
        }
        return queries;
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }
}
