package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.aws.AwsCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** The events of an environment, read page by page back to a time, but never without end. */
final class ReportedEvents {
    private static final int PAGE = 1000;
    /** Ten thousand events: more than weeks of a troubled environment bring. */
    private static final int PAGES = 10;
    /** From the beginning of time nobody wants more than the newest. */
    private static final int NEWEST = 100;

    private final ElasticBeanstalkClient beanstalk;

    ReportedEvents(ElasticBeanstalkClient beanstalk) {
        this.beanstalk = beanstalk;
    }

    /** The events since a time, oldest first; the newest hundred since the beginning of time. */
    List<EnvironmentEvent> of(EnvironmentState environment, Instant since) {
        var isBounded = since.isAfter(Instant.EPOCH);
        var events = new ArrayList<EnvironmentEvent>();
        String token = null;
        for (int page = 0; page < (isBounded ? PAGES : 1); page++) {
            var next = token;
            var answer = AwsCall.to(
                    "read the events of " + environment.name(),
                    () -> beanstalk.describeEvents(request -> request.environmentId(environment.id())
                            .maxRecords(isBounded ? PAGE : NEWEST)
                            .startTime(isBounded ? since : null)
                            .nextToken(next)));
            answer.events()
                    .forEach(event -> events.add(
                            new EnvironmentEvent(event.eventDate(), event.severityAsString(), event.message())));
            token = answer.nextToken();
            if (token == null || token.isEmpty()) {
                break;
            }
        }
        // The answers have the newest first, and several may be of one moment.
        Collections.reverse(events);
        events.sort(Comparator.comparing(EnvironmentEvent::date));
        return events;
    }
}
