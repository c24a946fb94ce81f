package io.beanpole.deploy.timeout;

import io.beanpole.deploy.timeout.Contradiction.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds the contradictions among the times of a worker environment; arithmetic only. */
public final class WorkerRules {
    private final WorkerTimes times;
    private final SqsdTimes sqsd;
    private final QueueTimes queue;
    private final List<Contradiction> found = new ArrayList<>();

    private WorkerRules(WorkerTimes times) {
        this.times = times;
        this.sqsd = times.sqsd();
        this.queue = times.queue();
    }

    /** All contradictions, the gravest first; none where everything fits. */
    public static List<Contradiction> check(WorkerTimes times) {
        var rules = new WorkerRules(times);
        rules.proxy();
        rules.task();
        rules.visibility();
        rules.errors();
        rules.redrive();
        rules.retention();
        rules.periodic();
        return List.copyOf(rules.found);
    }

    private void proxy() {
        var proxy = times.proxy();
        if (!proxy.isThere()) {
            return;
        }
        if (proxy.readTimeout().compareTo(times.worstTry()) < 0) {
            add(
                    Rule.PROXY_BEFORE_INACTIVITY,
                    "nginx gives up after " + Seconds.words(proxy.readTimeout()) + ", sqsd only after "
                            + Seconds.words(sqsd.inactivity()) + ".",
                    "Every task that takes longer gets a 504 and is tried again, while the application still works on it.",
                    "Add .platform/nginx/conf.d/timeouts.conf with proxy_read_timeout "
                            + (sqsd.inactivity().toSeconds() + 10) + "s, or lower InactivityTimeout.");
        }
        var dropped = times.application().messageAttributes().stream()
                .filter(name -> name.contains("_") || name.contains("."))
                .toList();
        if (!proxy.passesAllNames() && !dropped.isEmpty()) {
            add(
                    Rule.ATTRIBUTE_DROPPED,
                    "nginx drops headers with _ or . in their name, and so the message attributes "
                            + String.join(", ", dropped) + ".",
                    "The application never sees them.",
                    "Write their names with hyphens, "
                            + dropped.get(0).replace('_', '-').replace('.', '-') + " for instance.");
        }
    }

    private void task() {
        times.application()
                .longestTask()
                .filter(longest -> longest.compareTo(sqsd.inactivity()) > 0)
                .ifPresent(longest -> add(
                        Rule.TASK_LONGER_THAN_INACTIVITY,
                        "The application works up to " + Seconds.words(longest) + " on a task, sqsd waits "
                                + Seconds.words(sqsd.inactivity()) + ".",
                        "The application isn't told that sqsd gave up: it works on while the message is tried again.",
                        "Let the application give up first, or raise InactivityTimeout above " + longest.toSeconds()
                                + "."));
    }

    private void visibility() {
        if (sqsd.inactivity().compareTo(sqsd.visibility()) >= 0) {
            add(
                    Rule.INACTIVITY_NOT_BELOW_VISIBILITY,
                    "InactivityTimeout is " + sqsd.inactivity().toSeconds() + " s and VisibilityTimeout "
                            + sqsd.visibility().toSeconds() + " s.",
                    "The message is visible again while the application still works on it: it is done twice.",
                    "Set VisibilityTimeout to at least " + (sqsd.inactivity().toSeconds() + 10) + ".");
        } else if (times.neededVisibility().compareTo(sqsd.visibility()) > 0 && !isOverTwelveHours()) {
            add(
                    Rule.VISIBILITY_TOO_SHORT,
                    "A message may wait " + Seconds.words(times.prefetchWait()) + " on the instance and then take "
                            + Seconds.words(times.worstTry()) + ", but is invisible for "
                            + Seconds.words(sqsd.visibility()) + " only.",
                    "A slow-down makes messages be done twice, with no failure anywhere.",
                    "Set VisibilityTimeout to at least "
                            + times.neededVisibility().toSeconds() + ", or let the application give up earlier.");
        }
        if (isOverTwelveHours()) {
            add(
                    Rule.OVER_TWELVE_HOURS,
                    "A try may need " + Seconds.words(times.neededVisibility())
                            + ", and SQS keeps a message invisible for 12 h at most.",
                    "A message that takes longer is handed out again while it is worked on.",
                    "Split the work into messages of less than 12 h.");
        }
    }

    private boolean isOverTwelveHours() {
        return times.neededVisibility().compareTo(WorkerTimes.MOST_INVISIBLE) > 0;
    }

    private void errors() {
        if (sqsd.errorVisibility().isEmpty()) {
            add(
                    Rule.ERROR_VISIBILITY_UNSET,
                    "ErrorVisibilityTimeout is not set, and the documented 2 s don't act.",
                    "A message that fails at once waits " + Seconds.words(sqsd.visibility()) + " for its next try.",
                    "Set ErrorVisibilityTimeout, to " + proposedError().toSeconds() + " for instance.");
        }
    }

    /** A pause in which a small fault may pass, and not so long that somebody waits for it. */
    private static Duration proposedError() {
        return Duration.ofSeconds(15);
    }

    private void redrive() {
        if (queue.maxReceives().isEmpty()) {
            add(
                    Rule.NO_REDRIVE,
                    "The queue " + queue.name() + " has no redrive policy.",
                    "A message that can't be done is tried until it expires, in the way of the others.",
                    "Give it a dead-letter queue: ./beanpole lanes apply makes one.");
        }
        if (queue.isCustom()
                && queue.maxReceives().filter(most -> most != sqsd.maxRetries()).isPresent()) {
            add(
                    Rule.MAX_RETRIES_WITHOUT_EFFECT,
                    "MaxRetries is " + sqsd.maxRetries()
                            + ", but the queue is not Elastic Beanstalk's own and its redrive" + " policy says "
                            + queue.maxReceives().orElseThrow() + ".",
                    "MaxRetries does nothing there.",
                    "Set MaxRetries to " + queue.maxReceives().orElseThrow() + " as well, so that nobody is misled.");
        }
    }

    private void retention() {
        var expires = times.expires();
        var hanging = RetryLife.hanging(times);
        if (queue.maxReceives().filter(most -> hanging.tries().size() < most).isPresent()) {
            add(
                    Rule.RETENTION_BEFORE_LAST_TRY,
                    "All tries of a message that hangs take "
                            + Seconds.words(sqsd.visibility()
                                    .multipliedBy(queue.maxReceives().orElseThrow()))
                            + ", but it is deleted after " + Seconds.words(expires) + ".",
                    "It vanishes before its last try and never becomes a dead letter.",
                    "Set RetentionPeriod above that, or fewer tries.");
        }
        queue.deadLetterRetention()
                .filter(dead -> queue.retention()
                        .filter(kept -> dead.compareTo(kept) <= 0)
                        .isPresent())
                .ifPresent(dead -> add(
                        Rule.DEAD_LETTERS_EXPIRE_FIRST,
                        "Dead letters are kept " + Seconds.words(dead) + " and messages "
                                + queue.retention().map(Seconds::words).orElse("") + ", both from their sending on.",
                        "A message that waited long is deleted soon after it became a dead letter, before anybody sees it.",
                        "Set MessageRetentionPeriod of the queue below that of its dead-letter queue."));
    }

    private void periodic() {
        if (queue.isFifo() && times.periodicTasks() > 0) {
            add(
                    Rule.PERIODIC_ON_FIFO,
                    "cron.yaml has " + times.periodicTasks() + " tasks, and the queue is FIFO.",
                    "sqsd sends no message group, so no task ever runs.",
                    "Use a standard queue, or schedule elsewhere.");
        }
    }

    private void add(Rule rule, String message, String consequence, String repair) {
        found.add(new Contradiction(rule, message, consequence, repair));
    }
}
