package io.beanpole.cloud.logs;

import io.beanpole.cloud.logs.pattern.FilterPattern;
import io.beanpole.cloud.logs.pattern.PatternException;
import io.beanpole.cloud.wire.AwsService;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilterMatchRecord;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterResponse;

/** Reads events: those of one stream page by page, those of a group by a pattern. */
final class EventsApi {
    private static final int MOST = 10_000;
    private static final int LONGEST_PATTERN = 1_024;
    private static final String ID = "[0-9]{56}";

    private final LogGroups groups;

    EventsApi(LogGroups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(FilterLogEventsRequest.class, this::filter)
                .on(GetLogEventsRequest.class, this::page)
                .on(TestMetricFilterRequest.class, this::test)
                .lacks(TestMetricFilterRequest.class, "extractedValues");
    }

    private FilterLogEventsResponse filter(FilterLogEventsRequest request) {
        LogGroup group = groups.group(request.logGroupName(), request.logGroupIdentifier());
        FilterPattern pattern = pattern(request.filterPattern());
        String after = id(request.nextToken(), "");
        long from = Math.max(orElse(request.startTime(), Long.MIN_VALUE), group.oldest(groups.now()));
        long to = orElse(request.endTime(), Long.MAX_VALUE);
        EventCollector found = new EventCollector(limit(request.limit()), false);
        for (LogStream stream : streams(group, request)) {
            stream.read(from, event -> {
                if (event.timestamp() <= to
                        && event.id().compareTo(after) > 0
                        && found.wants(event)
                        && pattern.matches(event.message())) {
                    found.add(event);
                }
            });
        }
        List<LogEvent> events = found.events();
        return FilterLogEventsResponse.builder()
                .events(events.stream().map(EventsApi::filtered).toList())
                .searchedLogStreams(List.of())
                .nextToken(found.hasMore() ? events.get(events.size() - 1).id() : null)
                .build();
    }

    /**
     * Tokens point at the last and the first event given; the one that came is given back at the end, as AWS does.
     * Without a token it is the latest page, or the first with startFromHead.
     */
    private GetLogEventsResponse page(GetLogEventsRequest request) {
        LogGroup group = groups.group(request.logGroupName(), request.logGroupIdentifier());
        LogStream stream = groups.stream(group, request.logStreamName());
        String token = request.nextToken();
        if (token != null && !token.matches("[fb]/" + ID + "/s")) {
            throw LogRefusals.of(InvalidParameterException.class, "The specified nextToken is invalid.");
        }
        boolean isBackward = token == null ? !Objects.equals(request.startFromHead(), true) : token.startsWith("b");
        String edge = token == null ? "" : token.substring(2, token.length() - 2);
        long from = Math.max(orElse(request.startTime(), Long.MIN_VALUE), group.oldest(groups.now()));
        long to = orElse(request.endTime(), Long.MAX_VALUE);
        EventCollector found = new EventCollector(limit(request.limit()), isBackward);
        stream.read(from, event -> {
            int order = event.id().compareTo(edge);
            boolean isBeyond = edge.isEmpty() || (isBackward ? order < 0 : order > 0);
            if (isBeyond && event.timestamp() < to && found.wants(event)) {
                found.add(event);
            }
        });
        List<LogEvent> events = found.events();
        String none = edge.isEmpty() ? LogEvent.id(0, stream.number(), 0) : edge;
        String first = events.isEmpty() ? none : events.get(0).id();
        String last = events.isEmpty() ? none : events.get(events.size() - 1).id();
        return GetLogEventsResponse.builder()
                .events(events.stream().map(EventsApi::output).toList())
                .nextBackwardToken("b/" + first + "/s")
                .nextForwardToken("f/" + last + "/s")
                .build();
    }

    private TestMetricFilterResponse test(TestMetricFilterRequest request) {
        FilterPattern pattern = pattern(request.filterPattern());
        List<String> messages = request.logEventMessages();
        List<MetricFilterMatchRecord> matches = java.util.stream.IntStream.range(0, messages.size())
                .filter(i -> pattern.matches(messages.get(i)))
                .mapToObj(i -> MetricFilterMatchRecord.builder()
                        .eventNumber((long) i + 1)
                        .eventMessage(messages.get(i))
                        .build())
                .toList();
        return TestMetricFilterResponse.builder().matches(matches).build();
    }

    private List<LogStream> streams(LogGroup group, FilterLogEventsRequest request) {
        String prefix = request.logStreamNamePrefix();
        if (!request.logStreamNames().isEmpty() && prefix != null) {
            throw LogRefusals.of(
                    InvalidParameterException.class,
                    "logStreamNames and logStreamNamePrefix can't both be there; send one of them.");
        }
        return request.logStreamNames().isEmpty()
                ? group.streams().stream()
                        .filter(stream -> prefix == null || stream.name().startsWith(prefix))
                        .toList()
                : request.logStreamNames().stream()
                        .map(name -> groups.stream(group, name))
                        .toList();
    }

    private static FilterPattern pattern(@Nullable String text) {
        if (text == null) {
            return message -> true;
        }
        if (text.length() > LONGEST_PATTERN) {
            throw LogRefusals.of(InvalidParameterException.class, "A filterPattern has at most 1024 characters.");
        }
        try {
            return FilterPattern.parse(text);
        } catch (PatternException e) {
            throw LogRefusals.of(InvalidParameterException.class, String.valueOf(e.getMessage()));
        }
    }

    private static String id(@Nullable String token, String otherwise) {
        if (token == null) {
            return otherwise;
        }
        if (!token.matches(ID)) {
            throw LogRefusals.of(InvalidParameterException.class, "The specified nextToken is invalid.");
        }
        return token;
    }

    private static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return MOST;
        }
        if (asked < 1 || asked > MOST) {
            throw LogRefusals.of(
                    InvalidParameterException.class, "limit must be a number from 1 to 10000, not " + asked + ".");
        }
        return asked;
    }

    private static long orElse(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    private static FilteredLogEvent filtered(LogEvent event) {
        return FilteredLogEvent.builder()
                .logStreamName(event.stream())
                .timestamp(event.timestamp())
                .ingestionTime(event.ingestion())
                .message(event.message())
                .eventId(event.id())
                .build();
    }

    private static OutputLogEvent output(LogEvent event) {
        return OutputLogEvent.builder()
                .timestamp(event.timestamp())
                .ingestionTime(event.ingestion())
                .message(event.message())
                .build();
    }
}
