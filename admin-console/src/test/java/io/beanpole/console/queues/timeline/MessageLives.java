package io.beanpole.console.queues.timeline;

import io.beanpole.console.FakeConnection;
import io.beanpole.deploy.local.ToldMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of the lane standard with what happened to them: one done, one in work, one dead. */
final class MessageLives {
    static final String DEAD = "6d3a01c2-5c1e-4d7b-9a02-6f3e8d10b24c";
    private static final Instant FIRST = Instant.parse("2026-11-21T09:38:02.140Z");

    private MessageLives() {}

    static void tell(FakeConnection cloud) {
        var dead = new ArrayList<ToldMessage.Event>();
        for (int receive = 1; receive <= 2; receive++) {
            var at = FIRST.plusSeconds(75L * (receive - 1));
            dead.add(event(
                    at,
                    DEAD,
                    receive,
                    "RECEIVED",
                    "",
                    0,
                    at.plusSeconds(300),
                    null,
                    "The daemon on the instance received it; nobody else gets it for 5 min."));
            dead.add(event(
                    at.plusMillis(4),
                    DEAD,
                    receive,
                    "POSTED",
                    "",
                    0,
                    null,
                    null,
                    "It was posted to the application, which has 60 s to answer."));
            var isLast = receive == 2;
            var again = at.plusSeconds(18);
            dead.add(
                    event(
                            at.plusMillis(2_950),
                            DEAD,
                            receive,
                            "ERROR_VISIBILITY",
                            "HTTP 500",
                            2_946,
                            isLast ? null : again,
                            isLast ? again : null,
                            isLast
                                    ? "The application answered 500. It was received 2 times, as often as the redrive policy allows: the queue moves it to the dead-letter queue."
                                    : "The application answered 500, so it is visible again after ErrorVisibilityTimeout, 15 s."));
        }
        put(cloud, DEAD, "dead-lettered", dead);
        put(
                cloud,
                "7e10b9a4-02aa-4d7b-9a02-6f3e8d10b24c",
                "done",
                List.of(
                        event(
                                FIRST.plusSeconds(200),
                                "7e10b9a4-02aa-4d7b-9a02-6f3e8d10b24c",
                                1,
                                "RECEIVED",
                                "",
                                0,
                                null,
                                null,
                                "Received."),
                        event(
                                FIRST.plusSeconds(201),
                                "7e10b9a4-02aa-4d7b-9a02-6f3e8d10b24c",
                                1,
                                "DELETED",
                                "HTTP 200",
                                900,
                                null,
                                null,
                                "The application answered 200, so it was deleted.")));
        put(
                cloud,
                "8f22c7b5-19bc-4d7b-9a02-6f3e8d10b24c",
                "in work",
                List.of(event(
                        FIRST.plusSeconds(240),
                        "8f22c7b5-19bc-4d7b-9a02-6f3e8d10b24c",
                        1,
                        "POSTED",
                        "",
                        0,
                        null,
                        null,
                        "Posted.")));
    }

    private static void put(FakeConnection cloud, String id, String state, List<ToldMessage.Event> events) {
        var last = events.get(events.size() - 1);
        cloud.timelines.told.put(
                id,
                new ToldMessage(
                        "beanpole-standard",
                        new ToldMessage.InShort(
                                id,
                                state,
                                last.receiveCount(),
                                events.get(0).at(),
                                last.at(),
                                last.rule(),
                                last.outcome(),
                                last.visibleAgainAt()),
                        events,
                        0));
    }

    private static ToldMessage.Event event(
            Instant at,
            String id,
            int receive,
            String rule,
            String outcome,
            long took,
            @Nullable Instant again,
            @Nullable Instant dead,
            String sentence) {
        return new ToldMessage.Event(
                1, at, id, receive, "i-0c5f3a9e1b7d248f1", rule, outcome, took, again, dead, sentence);
    }
}
