package io.beanpole.cloud.logs;

import io.beanpole.cloud.wire.AwsService;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/** The operations on streams. */
final class StreamsApi {
    private final LogGroups groups;
    private final String arn;

    /** @param arn of a group, up to its name */
    StreamsApi(LogGroups groups, String arn) {
        this.groups = groups;
        this.arn = arn;
    }

    void register(AwsService service) {
        service.on(CreateLogStreamRequest.class, this::create)
                .on(DeleteLogStreamRequest.class, this::delete)
                .on(DescribeLogStreamsRequest.class, this::describe);
    }

    private CreateLogStreamResponse create(CreateLogStreamRequest request) {
        groups.createStream(groups.group(request.logGroupName()), request.logStreamName());
        return CreateLogStreamResponse.builder().build();
    }

    private DeleteLogStreamResponse delete(DeleteLogStreamRequest request) {
        LogGroup group = groups.group(request.logGroupName());
        groups.deleteStream(group, groups.stream(group, request.logStreamName()));
        return DeleteLogStreamResponse.builder().build();
    }

    private DescribeLogStreamsResponse describe(DescribeLogStreamsRequest request) {
        LogGroup group = groups.group(request.logGroupName(), request.logGroupIdentifier());
        boolean isByTime = request.orderBy() == OrderBy.LAST_EVENT_TIME;
        String prefix = request.logStreamNamePrefix();
        if (isByTime && prefix != null) {
            throw LogRefusals.of(
                    InvalidParameterException.class, "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        Comparator<LogStream> byName = Comparator.comparing(LogStream::name);
        Comparator<LogStream> order = isByTime
                ? Comparator.<LogStream>comparingLong(each -> last(each)).thenComparing(byName)
                : byName;
        List<LogStream> found = group.streams().stream()
                .filter(stream -> prefix == null || stream.name().startsWith(prefix))
                .sorted(Objects.equals(request.descending(), true) ? order.reversed() : order)
                .toList();
        Page<LogStream> page = Page.of(found, LogStream::name, request.nextToken(), request.limit());
        return DescribeLogStreamsResponse.builder()
                .logStreams(
                        page.items().stream().map(stream -> view(group, stream)).toList())
                .nextToken(page.next())
                .build();
    }

    /** Stored bytes are 0 for each stream on AWS since 2019; the group tells them. */
    private software.amazon.awssdk.services.cloudwatchlogs.model.LogStream view(LogGroup group, LogStream stream) {
        EventFile.Extent extent = stream.events().extent();
        boolean isEmpty = extent.isEmpty();
        return software.amazon.awssdk.services.cloudwatchlogs.model.LogStream.builder()
                .logStreamName(stream.name())
                .creationTime(stream.created())
                .firstEventTimestamp(isEmpty ? null : extent.first())
                .lastEventTimestamp(isEmpty ? null : extent.last())
                .lastIngestionTime(isEmpty ? null : extent.lastIngestion())
                .uploadSequenceToken(LogEvent.id(stream.created(), stream.number(), extent.next()))
                .arn(arn + group.name() + ":log-stream:" + stream.name())
                .storedBytes(0L)
                .build();
    }

    private static long last(LogStream stream) {
        EventFile.Extent extent = stream.events().extent();
        return extent.isEmpty() ? stream.created() : extent.last();
    }
}
