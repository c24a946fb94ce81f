package io.beanpole.console.queues.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.local.ToldMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventRowTest {
    @Test
    void theReceiveIsSaidOnceForAllItsEvents() {
        var received = event(1, "RECEIVED", "", 0);
        var posted = event(1, "POSTED", "", 0);

        assertThat(EventRow.facts(received, null)).isEqualTo("receive 1 on i-0c5f3a9e1b7d248f1");
        assertThat(EventRow.facts(posted, received)).isEmpty();
        assertThat(EventRow.facts(event(2, "RECEIVED", "", 0), posted)).isEqualTo("receive 2 on i-0c5f3a9e1b7d248f1");
    }

    @Test
    void anOutcomeThatOnlyRepeatsTheRuleIsLeftOut() {
        var received = event(1, "RECEIVED", "received", 0);

        assertThat(EventRow.facts(received, received)).isEmpty();
    }

    @Test
    void aQuickAnswerIsSaidInMilliseconds() {
        var posted = event(1, "POSTED", "", 0);

        assertThat(EventRow.facts(event(1, "DELETED", "200", 21), posted)).isEqualTo("200 · took 21 ms");
        assertThat(EventRow.facts(event(1, "DELETED", "200", 2_900), posted)).isEqualTo("200 · took 2.9 s");
    }

    private static ToldMessage.Event event(int receive, String rule, String outcome, long took) {
        @Nullable Instant never = null;
        return new ToldMessage.Event(
                1, Instant.EPOCH, "id", receive, "i-0c5f3a9e1b7d248f1", rule, outcome, took, never, never, "");
    }
}
