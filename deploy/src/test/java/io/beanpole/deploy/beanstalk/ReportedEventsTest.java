package io.beanpole.deploy.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

/** Events that don't fit into one answer. */
class ReportedEventsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<DescribeEventsRequest> requests = new ArrayList<>();

    @Test
    void eventsAreReadPageByPageBackToTheTimeThatIsAskedFor() {
        var events = events(3).of(web(), START);

        assertThat(events).extracting(EnvironmentEvent::message).containsExactly("2", "1", "0");
        assertThat(requests).extracting(DescribeEventsRequest::startTime).containsOnly(START);
    }

    @Test
    void readingEndsThoughThereAreAlwaysMore() {
        assertThat(events(Integer.MAX_VALUE).of(web(), START)).hasSize(10);
    }

    @Test
    void sinceTheBeginningOfTimeTheNewestAreEnough() {
        assertThat(events(3).of(web(), Instant.EPOCH)).hasSize(1);
    }

    private static EnvironmentState web() {
        return new EnvironmentState("e-1", "shop", "web", "Ready", "Green", "v1", null);
    }

    /** So many pages with one event each, the newest first. */
    private ReportedEvents events(int pages) {
        return new ReportedEvents(new ElasticBeanstalkClient() {
            @Override
            public DescribeEventsResponse describeEvents(DescribeEventsRequest request) {
                var page = requests.size();
                requests.add(request);
                return DescribeEventsResponse.builder()
                        .events(EventDescription.builder()
                                .eventDate(START.plusSeconds(1000L - page))
                                .severity("INFO")
                                .message(String.valueOf(page))
                                .build())
                        .nextToken(page + 1 < pages ? String.valueOf(page + 1) : null)
                        .build();
            }

            @Override
            public String serviceName() {
                return "elasticbeanstalk";
            }

            @Override
            public void close() {}
        });
    }
}
