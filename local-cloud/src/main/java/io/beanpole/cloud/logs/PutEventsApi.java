package io.beanpole.cloud.logs;

import io.beanpole.cloud.wire.AwsService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/** Takes events, within the limits that the page of PutLogEvents states [D]. */
final class PutEventsApi {
    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_BYTES = 1_048_576;
    private static final int BYTES_BESIDE_A_MESSAGE = 26;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long OLDEST = Duration.ofDays(14).toMillis();
    private static final long NEWEST = Duration.ofHours(2).toMillis();

    private final LogGroups groups;

    PutEventsApi(LogGroups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(PutLogEventsRequest.class, this::put);
    }

    /** Sequence tokens are taken and mean nothing, as on AWS since 2023. */
    private PutLogEventsResponse put(PutLogEventsRequest request) {
        LogGroup group = groups.group(request.logGroupName());
        LogStream stream = groups.stream(group, request.logStreamName());
        List<InputLogEvent> events = request.logEvents();
        requireWithinLimits(events);
        long now = groups.now();
        long expired = group.oldest(now);
        Rejections rejected = new Rejections();
        List<EventFile.Arrival> kept = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            long at = events.get(i).timestamp();
            if (at > now + NEWEST) {
                rejected.tooNew(i);
            } else if (at < now - OLDEST) {
                rejected.tooOldEnd = i + 1;
            } else if (at < expired) {
                rejected.expiredEnd = i + 1;
            } else {
                kept.add(new EventFile.Arrival(at, events.get(i).message()));
            }
        }
        if (!kept.isEmpty()) {
            stream.events().append(kept, now);
        }
        return PutLogEventsResponse.builder()
                .nextSequenceToken(LogEvent.id(
                        now, stream.number(), stream.events().extent().next()))
                .rejectedLogEventsInfo(rejected.answer())
                .build();
    }

    private static void requireWithinLimits(List<InputLogEvent> events) {
        if (events.isEmpty() || events.size() > MOST_EVENTS) {
            throw invalid("logEvents must hold 1 to 10000 events, not " + events.size() + ".");
        }
        long bytes = 0;
        long last = Long.MIN_VALUE;
        for (InputLogEvent event : events) {
            if (event.timestamp() == null || event.timestamp() < 0 || event.message() == null) {
                throw invalid("Each event must have a timestamp, which is not negative, and a message.");
            }
            if (event.message().isEmpty()) {
                throw invalid("Log event message must not be empty.");
            }
            if (event.timestamp() < last) {
                throw invalid("Log events in a single PutLogEvents request must be in chronological order.");
            }
            last = event.timestamp();
            bytes += event.message().getBytes(StandardCharsets.UTF_8).length + BYTES_BESIDE_A_MESSAGE;
        }
        if (bytes > MOST_BYTES) {
            throw invalid("Upload too large: " + bytes + " bytes exceeds limit of " + MOST_BYTES);
        }
        if (last - events.get(0).timestamp() > DAY) {
            throw invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }
    }

    private static RuntimeException invalid(String message) {
        return LogRefusals.of(InvalidParameterException.class, message);
    }

    /** Which events of a request were not kept; they stand at its beginning and its end. */
    private static final class Rejections {
        private @Nullable Integer tooNewStart;
        private @Nullable Integer tooOldEnd;
        private @Nullable Integer expiredEnd;

        void tooNew(int index) {
            if (tooNewStart == null) {
                tooNewStart = index;
            }
        }

        @Nullable
        RejectedLogEventsInfo answer() {
            return tooNewStart == null && tooOldEnd == null && expiredEnd == null
                    ? null
                    : RejectedLogEventsInfo.builder()
                            .tooNewLogEventStartIndex(tooNewStart)
                            .tooOldLogEventEndIndex(tooOldEnd)
                            .expiredLogEventEndIndex(expiredEnd)
                            .build();
        }
    }
}
