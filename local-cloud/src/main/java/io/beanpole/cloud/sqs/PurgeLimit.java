package io.beanpole.cloud.sqs;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsServices;
import io.beanpole.cloud.wire.WireRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A queue can be purged once in 60 seconds, of which ElasticMQ knows nothing (evidence: [D], reference 5.3).
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html">PurgeQueue</a>
 */
public final class PurgeLimit implements Consumer<WireRequest> {
    private static final Duration TAKES = Duration.ofSeconds(60);

    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final Clock clock;

    public PurgeLimit(Clock clock) {
        this.clock = clock;
    }

    /** Refuses a purge of a queue that is being purged; of others it takes note. */
    @Override
    public void accept(WireRequest request) {
        if (AwsServices.askedBy(request)
                .filter(asked -> asked.action().equals("PurgeQueue"))
                .isEmpty()) {
            return;
        }
        String queue = QueueTraffic.nameIn(urlIn(request));
        Instant now = clock.instant();
        since.values().removeIf(purge -> !now.isBefore(purge.plus(TAKES)));
        if (since.putIfAbsent(queue, now) != null) {
            throw new AwsError(
                    "PurgeQueueInProgress",
                    400,
                    "Only one PurgeQueue operation on " + queue + " is allowed every " + TAKES.toSeconds()
                            + " seconds.");
        }
    }

    private static String urlIn(WireRequest request) {
        if (request.header("X-Amz-Target") == null) {
            return AwsServices.parameter(request, "QueueUrl")
                    .orElse(request.uri().getPath());
        }
        try {
            return JsonMapper.shared().readTree(request.body()).path("QueueUrl").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
