package io.beanpole.cloud.sqsd.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.SettableClock;
import io.beanpole.cloud.sqsd.MessageEvent;
import io.beanpole.cloud.sqsd.SqsdListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderElectionTest {
    private static final Duration GLANCE = Duration.ofMillis(250);

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock();
    private final List<String> log = new ArrayList<>();
    private final SqsdListener listener = new SqsdListener() {
        @Override
        public void message(MessageEvent event) {}

        @Override
        public void posted(int status, Duration took) {}

        @Override
        public void daemon(String category, String text) {
            log.add(category + ": " + text);
        }
    };

    @Test
    void onlyOneOfTwoLeads() {
        LeaderTable table = table();
        LeaderElection a = new LeaderElection("a", table, clock, listener);
        LeaderElection b = new LeaderElection("b", table, clock, listener);

        for (int i = 0; i < 400; i++) {
            assertThat(a.leads()).isTrue();
            assertThat(b.leads()).isFalse();
            clock.advance(GLANCE);
        }
    }

    @Test
    void whenTheLeaderIsGoneTheOtherLeadsAfterTheLease() {
        LeaderTable table = table();
        LeaderElection a = new LeaderElection("a", table, clock, listener);
        LeaderElection b = new LeaderElection("b", table, clock, listener);
        assertThat(a.leads()).isTrue();

        Duration without = Duration.ZERO;
        while (!b.leads()) {
            clock.advance(GLANCE);
            without = without.plus(GLANCE);
        }

        assertThat(without).isBetween(LeaderElection.LEASE, LeaderElection.LEASE.plusSeconds(3));
    }

    @Test
    void aLeaderWhoseLeaseAnotherTookGivesUpAndRests() {
        LeaderTable table = table();
        LeaderElection a = new LeaderElection("a", table, clock, listener);
        LeaderElection b = new LeaderElection("b", table, clock, listener);
        assertThat(a.leads()).isTrue();
        clock.advance(Duration.ofSeconds(12));
        assertThat(b.leads()).isTrue();

        assertThat(a.leads()).isFalse();
        assertThat(log).anyMatch(line -> line.startsWith("leader-election: ") && line.endsWith("give up leadership"));
        clock.advance(Duration.ofSeconds(12));
        assertThat(a.leads()).as("at rest, though the lease is over").isFalse();
        clock.advance(Duration.ofSeconds(4));
        assertThat(a.leads()).isTrue();
    }

    @Test
    void aTableThatDoesNotAnswerCostsTheLeadAfterTheUpdateTimeout() {
        LeaderTable real = table();
        boolean[] isDown = {false};
        LeaderElection a = new LeaderElection("a", new Fragile(real, isDown), clock, listener);
        assertThat(a.leads()).isTrue();

        isDown[0] = true;
        clock.advance(LeaderElection.HEARTBEAT);
        assertThat(a.leads()).as("throttled: best effort").isTrue();
        clock.advance(LeaderElection.UPDATE_TIMEOUT.plusMillis(1));
        assertThat(a.leads()).isFalse();
        assertThat(log).contains("leader-election: timeout, give up leadership");
    }

    @Test
    void theLeaderEnqueuesEachTaskOnceAMinute() {
        List<String> sent = new ArrayList<>();
        TaskRuns runs = runs(table(), sent);
        runs.takeOver();

        for (int i = 0; i < 4 * 150; i++) {
            runs.run();
            clock.advance(GLANCE);
        }

        assertThat(sent).containsExactly("t 2026-11-21T08:01:00Z", "t 2026-11-21T08:02:00Z");
    }

    @Test
    void aNewLeaderSendsWhatWasMissedWithinFiveMinutesAndOnlyTheLatest() {
        List<String> sent = new ArrayList<>();
        TaskRuns first = runs(table(), sent);
        first.takeOver();
        clock.advance(Duration.ofMinutes(1));
        first.run();
        clock.advance(Duration.ofSeconds(200));
        sent.clear();

        TaskRuns next = runs(table(), sent);
        next.takeOver();
        next.run();

        assertThat(sent).containsExactly("t 2026-11-21T08:04:00Z");
    }

    @Test
    void whatWasMissedLongerAgoIsNotSent() {
        List<String> sent = new ArrayList<>();
        PeriodicTask hourly = new PeriodicTask("h", "/h", CronSchedule.parse("0 * * * *"));
        LeaderTable table = table();
        table.putIf(
                new LeaderItem(LeaderItem.ofTask("h"), Map.of()).with("schedule_time", clock.instant()),
                Optional.empty());
        clock.advance(Duration.ofSeconds(3600 + 301));

        TaskRuns runs = new TaskRuns(List.of(hourly), table, (task, due) -> sent.add(task.name()), clock, listener);
        runs.takeOver();
        runs.run();

        assertThat(sent).isEmpty();
    }

    @Test
    void aTaskThatCouldNotBeSentIsNotWrittenDown() {
        LeaderTable table = table();
        TaskRuns runs = new TaskRuns(
                List.of(new PeriodicTask("t", "/t", CronSchedule.parse("* * * * *"))),
                table,
                (task, due) -> {
                    throw new PeriodicException("Sending failed.");
                },
                clock,
                listener);
        runs.takeOver();
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(runs::run).isInstanceOf(PeriodicException.class);
        assertThat(table.read(LeaderItem.ofTask("t"))).isEmpty();
    }

    private TaskRuns runs(LeaderTable table, List<String> sent) {
        PeriodicQueue queue = (PeriodicTask task, Instant due) -> sent.add(task.name() + " " + due);
        return new TaskRuns(
                List.of(new PeriodicTask("t", "/t", CronSchedule.parse("* * * * *"))), table, queue, clock, listener);
    }

    /** Reads what an earlier one kept. */
    private LeaderTable table() {
        return new KeptLeaderTable(directory.resolve("cron.json"));
    }

    /** A table that is out of reach while it is told so. */
    private record Fragile(LeaderTable table, boolean[] isDown) implements LeaderTable {
        @Override
        public Optional<LeaderItem> read(String id) {
            fail();
            return table.read(id);
        }

        @Override
        public boolean putIf(LeaderItem item, Optional<LeaderItem> expected) {
            fail();
            return table.putIf(item, expected);
        }

        private void fail() {
            if (isDown[0]) {
                throw new PeriodicException("Rate of requests exceeded.");
            }
        }
    }
}
