package io.beanpole.cloud.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidOperationException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

class LogsTest {
    @TempDir
    static Path directory;

    private static LogsCloud cloud;

    private final String group = "/test/" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        cloud = new LogsCloud(directory.resolve("shared"));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void group() {
        cloud.client.createLogGroup(r -> r.logGroupName(group).tags(Map.of("stage", "test")));
    }

    @Test
    void whatWasPutIsFoundInTheOrderOfItsTimeOverAllStreams() {
        stream("a");
        stream("b");
        put("a", 0, "first", "third");
        put("b", 500, "second", "fourth");

        assertThat(found("")).containsExactly("first", "second", "third", "fourth");
        assertThat(cloud.client
                        .filterLogEvents(r -> r.logGroupName(group).logStreamNames("b"))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("second", "fourth");
        assertThat(cloud.client
                        .filterLogEvents(r ->
                                r.logGroupName(group).startTime(now() + 500).endTime(now() + 1_000))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("second", "third");
    }

    @Test
    void aPatternFindsSomeAndABadOneIsRefusedInWords() {
        stream("a");
        put("a", 0, "GET /tasks 200", "GET /tasks 503", "{\"level\":\"ERROR\",\"ms\":41}");

        assertThat(found("\"GET /tasks\" -503")).containsExactly("GET /tasks 200");
        assertThat(found("{ $.level = \"ERROR\" && $.ms > 40 }")).hasSize(1);
        assertThat(found("[method, path, status >= 500]")).containsExactly("GET /tasks 503");
        assertThatThrownBy(() -> found("a/b"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid character(s) in term 'a/b'");
        assertThatThrownBy(() -> found("{ $.level = "))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("a value is missing");
    }

    @Test
    void pagesOfAFilterTogetherHoldEachEventOnce() {
        stream("a");
        put("a", 0, IntStream.range(0, 25).mapToObj(i -> "event " + i).toArray(String[]::new));

        List<String> all = new ArrayList<>();
        cloud.client
                .filterLogEventsPaginator(r -> r.logGroupName(group).limit(7))
                .events()
                .forEach(event -> all.add(event.message()));

        assertThat(all)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("event 0")
                .endsWith("event 24");
    }

    @Test
    void aStreamIsReadFromItsEndAndFromItsHeadAndItsTokensStandStillAtTheEdges() {
        stream("a");
        put("a", 0, "1", "2", "3", "4", "5");

        GetLogEventsResponse last = page(null, false);
        assertThat(texts(last)).containsExactly("4", "5");
        GetLogEventsResponse before = page(last.nextBackwardToken(), false);
        assertThat(texts(before)).containsExactly("2", "3");
        GetLogEventsResponse first = page(null, true);
        assertThat(texts(first)).containsExactly("1", "2");
        assertThat(texts(page(first.nextForwardToken(), true))).containsExactly("3", "4");
        GetLogEventsResponse beyond = page(last.nextForwardToken(), true);
        assertThat(beyond.events()).isEmpty();
        assertThat(beyond.nextForwardToken()).isEqualTo(last.nextForwardToken());

        put("a", 9_000, "6");
        assertThat(texts(page(beyond.nextForwardToken(), true))).containsExactly("6");
    }

    @Test
    void eventsThatAreTooOldOrTooNewOrExpiredAreNamed() {
        stream("a");
        cloud.client.putRetentionPolicy(r -> r.logGroupName(group).retentionInDays(7));
        RejectedLogEventsInfo rejected = cloud.client
                .putLogEvents(r -> r.logGroupName(group)
                        .logStreamName("a")
                        .logEvents(
                                event(now(), "now"),
                                event(now() + Duration.ofHours(3).toMillis(), "later")))
                .rejectedLogEventsInfo();
        assertThat(rejected.tooNewLogEventStartIndex()).isEqualTo(1);

        assertThat(rejectedAt(Duration.ofDays(15)).tooOldLogEventEndIndex()).isEqualTo(1);
        assertThat(rejectedAt(Duration.ofDays(8)).expiredLogEventEndIndex()).isEqualTo(1);
        assertThat(found("")).containsExactly("now");
        assertThatThrownBy(() -> cloud.client.putLogEvents(r ->
                        r.logGroupName(group).logStreamName("a").logEvents(event(now(), "b"), event(now() - 1, "a"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("chronological order");
    }

    @Test
    void eventsOlderThanTheRetentionAreNotFoundAnyMore() throws IOException {
        try (LogsCloud own = new LogsCloud(directory.resolve("retention"))) {
            own.service.sink().keep("g", 1);
            own.service.sink().put("g", "s", List.of("old"));
            own.clock.advance(Duration.ofDays(2));
            own.service.sink().put("g", "s", List.of("new"));

            assertThat(own.client.filterLogEvents(r -> r.logGroupName("g")).events())
                    .extracting(FilteredLogEvent::message)
                    .containsExactly("new");
        }
    }

    @Test
    void groupsStreamsAndEventsOutliveARestartAndALineThatACrashHasCut() throws IOException {
        Path kept = directory.resolve("kept");
        try (LogsCloud before = new LogsCloud(kept)) {
            before.client.createLogGroup(r -> r.logGroupName("g").tags(Map.of("k", "v")));
            before.service.sink().put("g", "s", List.of("one"));
        }
        Files.writeString(kept.resolve("streams").resolve("1.jsonl"), "[2,17955", StandardOpenOption.APPEND);
        try (LogsCloud after = new LogsCloud(kept)) {
            after.service.sink().put("g", "s", List.of("two"));

            assertThat(after.client.filterLogEvents(r -> r.logGroupName("g")).events())
                    .extracting(FilteredLogEvent::message)
                    .containsExactly("one", "two");
            assertThat(after.client.listTagsLogGroup(r -> r.logGroupName("g")).tags())
                    .isEqualTo(Map.of("k", "v"));
        }
    }

    @Test
    void groupsAreListedByPrefixPatternAndPage() {
        String prefix = "/list/" + UUID.randomUUID();
        List.of("a", "b", "c").forEach(name -> cloud.client.createLogGroup(r -> r.logGroupName(prefix + "/" + name)));

        assertThat(cloud.client
                        .describeLogGroupsPaginator(
                                r -> r.logGroupNamePrefix(prefix).limit(2))
                        .logGroups())
                .extracting(LogGroup::logGroupName)
                .containsExactly(prefix + "/a", prefix + "/b", prefix + "/c");
        assertThat(cloud.client
                        .listLogGroups(r -> r.logGroupNamePattern(prefix + "/[bc]$"))
                        .logGroups())
                .hasSize(2);
        assertThatThrownBy(() -> cloud.client.createLogGroup(r -> r.logGroupName(prefix + "/a")))
                .isInstanceOf(ResourceAlreadyExistsException.class);
        cloud.client.deleteLogGroup(r -> r.logGroupName(prefix + "/a"));
        assertThatThrownBy(() -> cloud.client.filterLogEvents(r -> r.logGroupName(prefix + "/a")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void streamsAreListedByNameOrByTheirLastEvent() {
        stream("a");
        stream("b");
        put("a", 5_000, "late");
        put("b", 0, "early");

        assertThat(streams(OrderBy.LOG_STREAM_NAME)).containsExactly("a", "b");
        assertThat(streams(OrderBy.LAST_EVENT_TIME)).containsExactly("b", "a");
        cloud.client.deleteLogStream(r -> r.logGroupName(group).logStreamName("a"));
        assertThat(found("")).containsExactly("early");
    }

    @Test
    void tagsComeByArnAndGo() {
        String arn = cloud.client
                .describeLogGroups(r -> r.logGroupNamePrefix(group))
                .logGroups()
                .get(0)
                .logGroupArn();
        cloud.client.tagResource(r -> r.resourceArn(arn).tags(Map.of("team", "x")));
        cloud.client.untagResource(r -> r.resourceArn(arn).tagKeys("stage"));

        assertThat(cloud.client.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .isEqualTo(Map.of("team", "x"));
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatToDoInstead() {
        assertThatThrownBy(() -> cloud.client.startQuery(
                        r -> r.logGroupName(group).startTime(0L).endTime(1L).queryString("fields @message")))
                .isInstanceOf(InvalidOperationException.class)
                .hasMessageContaining("Use FilterLogEvents");
        assertThatThrownBy(() -> cloud.client.createLogGroup(r -> r.logGroupName("no spaces")))
                .isInstanceOf(CloudWatchLogsException.class)
                .hasMessageContaining("regular expression pattern");
    }

    private void stream(String name) {
        cloud.client.createLogStream(r -> r.logGroupName(group).logStreamName(name));
    }

    /** A second apart, from so many milliseconds after now on. */
    private void put(String stream, long after, String... messages) {
        List<InputLogEvent> events = IntStream.range(0, messages.length)
                .mapToObj(i -> event(now() + after + i * 1_000L, messages[i]))
                .toList();
        cloud.client.putLogEvents(
                r -> r.logGroupName(group).logStreamName(stream).logEvents(events));
    }

    private RejectedLogEventsInfo rejectedAt(Duration age) {
        return cloud.client
                .putLogEvents(
                        r -> r.logGroupName(group).logStreamName("a").logEvents(event(now() - age.toMillis(), "old")))
                .rejectedLogEventsInfo();
    }

    private List<String> found(String pattern) {
        return cloud.client.filterLogEvents(r -> r.logGroupName(group).filterPattern(pattern)).events().stream()
                .map(FilteredLogEvent::message)
                .toList();
    }

    private GetLogEventsResponse page(String token, boolean fromHead) {
        return cloud.client.getLogEvents(r -> r.logGroupName(group)
                .logStreamName("a")
                .limit(2)
                .nextToken(token)
                .startFromHead(fromHead));
    }

    private List<String> streams(OrderBy order) {
        return cloud.client.describeLogStreams(r -> r.logGroupName(group).orderBy(order)).logStreams().stream()
                .map(LogStream::logStreamName)
                .toList();
    }

    private static List<String> texts(GetLogEventsResponse page) {
        return page.events().stream().map(OutputLogEvent::message).toList();
    }

    private static long now() {
        return cloud.clock.millis();
    }

    private static InputLogEvent event(long at, String message) {
        return InputLogEvent.builder().timestamp(at).message(message).build();
    }
}
