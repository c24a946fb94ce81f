package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sends dead letters back to their source queue at a rate, first a few, then the others, and stops when too many of them
 * come back. A letter is deleted here only after the source queue took it, so none is ever lost.
 */
public final class Redrive {
    /** The attribute that says which run sent a message; its name passes nginx. */
    public static final String MARK = "beanpole-redrive";

    /** How many attributes SQS allows a message. */
    private static final int MOST_ATTRIBUTES = 10;

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private static final Duration GLANCE = Duration.ofMillis(300);

    private final LetterQueue queue;
    private final Predicate<DeadLetter> wanted;
    private final RedrivePlan plan;
    private final Tempo tempo;
    private final Progress progress;
    private final Deque<HeldLetter> ready = new ArrayDeque<>();
    private int sent;
    private int cameBack;
    private int duplicates;
    private int unmarkable;
    private long atStart;
    private LetterCounts counts = new LetterCounts(0, 0);
    private Duration start = Duration.ZERO;
    private Duration lookedAt = Duration.ZERO;
    private Consumer<RedriveOutcome> figures = soFar -> {};
    private volatile boolean isEnded;

    /**
     * One run; it can be made once.
     *
     * @param wanted which letters are sent; the others stay
     */
    public Redrive(LetterQueue queue, Predicate<DeadLetter> wanted, RedrivePlan plan, Tempo tempo, Progress progress) {
        this.queue = queue;
        this.wanted = wanted;
        this.plan = plan;
        this.tempo = tempo;
        this.progress = progress;
    }

    /** Tells from now on, on the thread that runs, how far it is: after each batch, and while it waits for the fate of one. */
    void tell(Consumer<RedriveOutcome> listener) {
        figures = listener;
    }

    /** Sends until there is nothing left to send, or too much came back. */
    public RedriveOutcome run() {
        start = tempo.now();
        queue.checkDeletion();
        var pace = new Pace(tempo, plan.perSecond());
        atStart = count().dead();
        try (var hold = new LetterHold(queue, tempo)) {
            var probed = plan.probe() == 0;
            while (goesOn() && fill(hold)) {
                if (!probed && sent >= plan.probe()) {
                    probed = true;
                    progress.say(sent + " messages went first; waiting to see whether they come back.");
                    settle(hold);
                    continue;
                }
                if (tempo.now().minus(lookedAt).compareTo(LOOKS_EVERY) >= 0) {
                    lookForReturns(hold);
                }
                var most = probed ? pace.batch() : Math.min(pace.batch(), plan.probe() - sent);
                send(hold, pace, most);
            }
            if (goesOn() && sent > 0) {
                settle(hold);
            }
        }
        count();
        return soFar();
    }

    /** What was done so far, with the counts that were read last: for the record when the run breaks off. */
    public RedriveOutcome soFar() {
        return new RedriveOutcome(
                plan.run(),
                sent,
                cameBack,
                counts.source(),
                counts.dead(),
                duplicates,
                unmarkable,
                isTooMuch(),
                tempo.now().minus(start),
                sentence());
    }

    /** Ends the run after the batch that is on its way; what is held is given back. May be called by any thread. */
    public void end() {
        isEnded = true;
    }

    private LetterCounts count() {
        counts = queue.counts();
        return counts;
    }

    /** Receives when it has nothing to send, so that little waits here; false when there is nothing left to send. */
    private boolean fill(LetterHold hold) {
        while (ready.isEmpty() && !hold.isAll() && goesOn()) {
            look(hold);
        }
        return !ready.isEmpty();
    }

    private void look(LetterHold hold) {
        for (var letter : hold.receive()) {
            if (isOurs(letter.letter())) {
                cameBack++;
            } else if (wanted.test(letter.letter())) {
                if (isMarkable(letter.letter())) {
                    ready.add(letter);
                } else {
                    unmarkable++;
                }
            }
        }
    }

    private void send(LetterHold hold, Pace pace, int most) {
        hold.renew();
        var batch = batch(hold, most);
        pace.await(batch.size());
        if (batch.isEmpty()) {
            return;
        }
        var refused =
                queue.send(batch.stream().map(held -> marked(held.letter())).toList());
        var taken = batch.stream().filter(held -> !refused.contains(held.id())).toList();
        sent += taken.size();
        var kept = delete(taken);
        for (var letter : taken) {
            if (!kept.contains(letter.id())) {
                hold.forget(letter);
            }
        }
        if (!refused.isEmpty()) {
            progress.say(refused.size() + " messages were not taken by the source queue and stay here.");
        }
        if ((sent - taken.size()) / 100 < sent / 100) {
            progress.say(sent + " messages sent back, " + cameBack + " of them failed again so far.");
        }
        duplicates += kept.size();
        figures.accept(soFar());
    }

    private Set<String> delete(List<HeldLetter> taken) {
        try {
            return queue.delete(taken);
        } catch (DeployException e) {
            duplicates += taken.size();
            throw e;
        }
    }

    /** What goes next; a letter that somebody else got meanwhile is left to them. */
    private List<HeldLetter> batch(LetterHold hold, int most) {
        var room = new LetterBatch(most);
        var batch = new ArrayList<HeldLetter>();
        while (!ready.isEmpty()) {
            var next = hold.newest(ready.element());
            if (next.isPresent() && !room.add(next.get().letter())) {
                break;
            }
            next.ifPresent(batch::add);
            ready.remove();
        }
        return batch;
    }

    /** Waits until the source queue is empty, or for as long as the plan allows; meanwhile it sees what comes back. */
    private void settle(LetterHold hold) {
        var end = tempo.now().plus(plan.watch());
        var quiet = 0;
        while (quiet < 2 && goesOn() && tempo.now().compareTo(end) < 0) {
            quiet = count().source() == 0 ? quiet + 1 : 0;
            tempo.pause(GLANCE);
            hold.renew();
            lookForReturns(hold);
            figures.accept(soFar());
        }
        hold.lookAgain();
    }

    /**
     * What comes back lies anywhere among the others. SQS's count tells that there is something; only then the others are
     * received, until it is found.
     */
    private void lookForReturns(LetterHold hold) {
        lookedAt = tempo.now();
        var more = count().dead() - (atStart - sent + duplicates);
        if (more <= cameBack) {
            return;
        }
        hold.lookAgain();
        while (cameBack < more && !hold.isAll() && goesOn()) {
            look(hold);
        }
        if (hold.isAll()) {
            // The others are letters of somebody else's, or a count that lags behind: not to be looked for again.
            atStart += Math.max(0, more - cameBack);
        }
    }

    private boolean goesOn() {
        return !isEnded && !isTooMuch();
    }

    private boolean isTooMuch() {
        return plan.isTooMany(cameBack, sent);
    }

    private boolean isOurs(DeadLetter letter) {
        var mark = letter.attributes().get(MARK);
        return mark != null && mark.text().equals(plan.run());
    }

    /** Without the mark a letter that fails again would not be known, and sent again and again. */
    private static boolean isMarkable(DeadLetter letter) {
        return letter.attributes().size() < MOST_ATTRIBUTES
                || letter.attributes().containsKey(MARK);
    }

    private DeadLetter marked(DeadLetter letter) {
        var attributes = new TreeMap<>(letter.attributes());
        attributes.put(MARK, new AttributeValue("String", plan.run()));
        return letter.withAttributes(attributes);
    }

    private static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private String sentence() {
        var text = new ArrayList<String>(List.of(counted(sent, "message was", "messages were") + " sent back"));
        if (cameBack > 0) {
            text.add((sent == 1 ? "it" : cameBack + " of them") + " failed again and "
                    + (cameBack == 1 ? "is a dead letter" : "are dead letters") + " once more");
        }
        if (duplicates > 0) {
            text.add(duplicates + " of them may be done twice, because they could not be deleted here");
        }
        text.add(counted(counts.dead(), "dead letter is", "dead letters are") + " left");
        var sentence = String.join(", ", text) + "."
                + (unmarkable == 0
                        ? ""
                        : " " + unmarkable
                                + " of these were left: each has ten attributes already, so that it could not"
                                + " be marked and known again; dlq replay sends them one by one.");
        if (isEnded) {
            return "Ended before all were sent. " + sentence;
        }
        return isTooMuch()
                ? "Stopped by itself: more than " + Math.round(plan.failureRate() * 100)
                        + " % of what was sent failed again. " + sentence
                : sentence;
    }
}
