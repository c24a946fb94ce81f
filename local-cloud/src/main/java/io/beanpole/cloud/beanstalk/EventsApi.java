package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.request.Page;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

/** DescribeEvents: what happened in the last six weeks, newest first [D]. */
final class EventsApi {
    private static final List<String> SEVERITIES = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");
    private static final Duration KEPT = Duration.ofDays(42);

    private final Ledger ledger;
    private final Clock clock;

    EventsApi(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void register(AwsService service) {
        service.on(DescribeEventsRequest.class, this::describe);
    }

    private DescribeEventsResponse describe(DescribeEventsRequest request) {
        int least = severity(request.severityAsString());
        Instant oldest = clock.instant().minus(KEPT);
        List<EventRecord> found = ledger.events().stream()
                .filter(each -> isOf(request, each))
                .filter(each -> SEVERITIES.indexOf(each.severity()) >= least)
                .filter(each -> each.at().isAfter(oldest))
                .filter(each -> request.startTime() == null || !each.at().isBefore(request.startTime()))
                .filter(each -> request.endTime() == null || each.at().isBefore(request.endTime()))
                .toList();
        Page<EventRecord> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeEventsResponse.builder()
                .events(page.map(EventsApi::description))
                .nextToken(page.nextToken())
                .build();
    }

    /** No event is about a custom platform, because there are none. */
    private static boolean isOf(DescribeEventsRequest request, EventRecord event) {
        return matches(request.applicationName(), event.application())
                && matches(request.versionLabel(), event.version())
                && matches(request.templateName(), event.template())
                && matches(request.environmentName(), event.environment())
                && matches(request.environmentId(), event.environmentId())
                && matches(request.platformArn(), "")
                && matches(request.requestId(), event.requestId());
    }

    private static int severity(@Nullable String severity) {
        if (severity == null) {
            return 0;
        }
        if (!SEVERITIES.contains(severity)) {
            throw Refusals.invalid("Value '" + severity + "' at 'Severity' failed to satisfy constraint: it must be one"
                    + " of " + String.join(", ", SEVERITIES) + ".");
        }
        return SEVERITIES.indexOf(severity);
    }

    private static EventDescription description(EventRecord event) {
        return EventDescription.builder()
                .eventDate(event.at())
                .severity(event.severity())
                .message(event.message())
                .applicationName(event.application())
                .versionLabel(textOrNull(event.version()))
                .templateName(textOrNull(event.template()))
                .environmentName(textOrNull(event.environment()))
                .requestId(textOrNull(event.requestId()))
                .build();
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static boolean matches(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
