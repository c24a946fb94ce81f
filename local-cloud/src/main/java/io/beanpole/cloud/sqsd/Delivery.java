package io.beanpole.cloud.sqsd;

import io.beanpole.cloud.sqsd.FailureProfile.Verdict;
import io.beanpole.cloud.sqsd.queue.QueueClient;
import io.beanpole.cloud.sqsd.queue.QueueFailure;
import io.beanpole.cloud.sqsd.queue.QueueMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One message to the application, and what its answer means for the queue. */
final class Delivery {
    private final SqsdSettings settings;
    private final QueueClient queue;
    private final SqsdListener listener;
    private final Clock clock;
    private final HttpPost http;
    private final Deletions deletions;
    private final Returns returns;
    private final Autotuning autotuning;
    private volatile boolean deletesInBatches;

    Delivery(SqsdSettings settings, QueueClient queue, SqsdListener listener, Autotuning autotuning, Clock clock) {
        this.settings = settings;
        this.queue = queue;
        this.listener = listener;
        this.clock = clock;
        this.autotuning = autotuning;
        this.http = new HttpPost(settings, listener);
        this.deletions = new Deletions(queue, listener, settings.visibilityTimeout(), clock);
        this.returns = new Returns(queue, listener, clock);
    }

    /** Runs on the thread of the connection until the message has an outcome. */
    void deliver(QueueMessage message) {
        Instant now = clock.instant();
        if (isExpired(message, now)) {
            String outcome = "older than " + settings.retentionPeriod().toSeconds() + " s";
            deletions.add(new Deletions.Done(message, MessageRule.EXPIRED, outcome, Duration.ZERO), deletesInBatches);
            return;
        }
        if (autotuning.isStale(message, now)) {
            giveBackStale(List.of(message), "waited too long");
            return;
        }
        listener.message(new MessageEvent(now, message, MessageRule.POSTED, "posted", message.age(now)));
        boolean isPending = true;
        while (isPending) {
            PostOutcome outcome = http.send(message);
            listener.posted(outcome.status(), outcome.took());
            isPending = !settle(message, outcome);
        }
    }

    /** Counted from the first receive, not from the sending [S2]. */
    private boolean isExpired(QueueMessage message, Instant now) {
        return now.isAfter(message.firstReceived().plus(settings.retentionPeriod()));
    }

    /** Whether nothing remains to be done here. */
    private boolean settle(QueueMessage message, PostOutcome outcome) {
        if (outcome.isDone()) {
            autotuning.succeeded(outcome.took());
            deletions.add(
                    new Deletions.Done(message, MessageRule.DELETED_ON_200, outcome.text(), outcome.took()),
                    deletesInBatches);
            return true;
        }
        if (http.isCut()) {
            tell(message, MessageRule.CUT_AT_STOP, outcome);
            return true;
        }
        Verdict verdict = settings.behaviour().profile().decide(outcome.kind(), settings);
        verdict.visibleAfter()
                .ifPresentOrElse(
                        after -> show(message, verdict.rule(), after, outcome),
                        () -> tell(message, verdict.rule(), outcome));
        return verdict.rule() != MessageRule.CLOSED_THEN_POSTED_AGAIN;
    }

    private void show(QueueMessage message, MessageRule rule, Duration after, PostOutcome outcome) {
        try {
            Set<Integer> refused = queue.show(List.of(message), after);
            tell(message, refused.isEmpty() ? rule : MessageRule.REFUSED_BY_QUEUE, outcome);
        } catch (QueueFailure e) {
            String text = "visibility not changed after " + outcome.text() + ": " + e.getMessage();
            listener.message(
                    new MessageEvent(clock.instant(), message, MessageRule.REFUSED_BY_QUEUE, text, outcome.took()));
        }
    }

    private void tell(QueueMessage message, MessageRule rule, PostOutcome outcome) {
        listener.message(new MessageEvent(clock.instant(), message, rule, outcome.text(), outcome.took()));
    }

    /** Those that waited here for too long; the daemon goes on polling. */
    void giveBackStale(List<QueueMessage> messages, String why) {
        returns.giveBack(messages, settings.visibilityTimeout(), MessageRule.HANDED_BACK_UNPOSTED, why);
    }

    /** Where messages stay that come when none are wanted. */
    Latecomers latecomers() {
        return new Latecomers(returns, settings.visibilityTimeout(), clock);
    }

    /** Whether tasks that are done may wait for others to be deleted with. */
    void deleteInBatches(boolean inBatches) {
        deletesInBatches = inBatches;
    }

    /** What is due by time: gathered deletions, idle connections. */
    void tick() {
        deletions.flushIfDue();
        http.tend();
    }

    /** Deletes all that is done; takes three seconds longer when the queue can't be reached. */
    void finish() {
        deletions.finish();
    }

    /** Cuts what is with the application. */
    void cut() {
        http.cut();
    }
}
