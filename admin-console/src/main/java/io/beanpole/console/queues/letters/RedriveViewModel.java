package io.beanpole.console.queues.letters;

import io.beanpole.console.control.Wording;
import io.beanpole.console.guard.Question;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.deadletter.FifoRule;
import io.beanpole.deploy.deadletter.RedriveOutcome;
import io.beanpole.deploy.deadletter.RedrivePlan;
import io.beanpole.deploy.foundation.TimeOrderedId;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** Sending the letters of the chosen cause back: how fast, when to stop, how far it is and what came of it. */
final class RedriveViewModel {
    private static final int MOST_A_SECOND = 500;

    private final LettersViewModel letters;
    private final IntegerProperty rate;
    private final IntegerProperty stopPercent;
    private final IntegerProperty probe;
    private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper(this, "subject", "");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private final ReadOnlyObjectWrapper<Optional<RedriveOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private int expected;

    RedriveViewModel(LettersViewModel letters) {
        this.letters = letters;
        rate = remembered("queues.redrive.rate", 10);
        stopPercent = remembered("queues.redrive.stop", 10);
        probe = remembered("queues.redrive.probe", 10);
        letters.shown().groupProperty().addListener((group, before, now) -> subject.set(subject(now)));
        letters.laneProperty().addListener((lane, before, now) -> {
            if (!before.map(each -> each.name()).equals(now.map(each -> each.name()))) {
                outcome.set(Optional.empty());
                state.set("");
            }
        });
        letters.work().figuresProperty().addListener((figures, before, now) -> now.ifPresent(this::told));
        subject.set(subject(letters.shown().groupProperty().get()));
    }

    /** Letters a second, 1 to 500. */
    IntegerProperty rateProperty() {
        return rate;
    }

    /** From which share of failures on it stops itself, in percent. */
    IntegerProperty stopPercentProperty() {
        return stopPercent;
    }

    /** How many letters go first; the others wait until their fate is known. */
    IntegerProperty probeProperty() {
        return probe;
    }

    /** What would be sent: "All 500 letters", "320 letters: clip / timeout"; empty when there is nothing. */
    ReadOnlyStringProperty subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** How much of it was sent so far, 0 to 1. */
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** How far it is: "120 of 500 sent, 2 failed again"; empty before the first. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What came of the last one; empty before it ended. */
    ReadOnlyObjectProperty<Optional<RedriveOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Sends the letters of the chosen cause back, if the person agrees. */
    void redrive() {
        var at = letters.here();
        letters.shown()
                .groupProperty()
                .get()
                .ifPresent(row -> at.ifPresent(here -> {
                    var plan = plan();
                    var queue = here.pair().queueName();
                    letters.workspace()
                            .guard()
                            .ask(
                                    new Question(
                                            queue,
                                            Words.of("queues.redrive.title", LetterCount.of(row.count()), queue),
                                            Words.of(
                                                    "queues.redrive.consequences",
                                                    Wording.number(plan.perSecond()),
                                                    Wording.number(plan.probe()),
                                                    String.valueOf(stopPercent.get())),
                                            Words.of("queues.redrive.do"),
                                            false),
                                    () -> begin(here, row, plan));
                }));
    }

    /** Ends the redrive under way after the batch that is on its way. */
    void end() {
        letters.work().end();
    }

    private RedrivePlan plan() {
        return new RedrivePlan(
                TimeOrderedId.at(letters.workspace().clock().instant()),
                rate.get(),
                stopPercent.get() / 100.0,
                probe.get(),
                Duration.ZERO);
    }

    private void begin(LaneLetters at, GroupRow row, RedrivePlan plan) {
        if (letters.work().busyProperty().get()) {
            return;
        }
        var desk = at.desk();
        var choice = row.choice();
        expected = row.count();
        share.set(0);
        outcome.set(Optional.empty());
        state.set(Words.of("queues.redrive.begun"));
        letters.work()
                .begin(
                        Words.of("queues.redrive.sending", at.pair().label()),
                        run -> {
                            FifoRule.check(desk.isOrdered(), choice.isAll());
                            var watch = desk.quickFailure().watch();
                            return desk.redrive(choice, plan.watching(watch), run);
                        },
                        this::ended);
    }

    private void told(RedriveOutcome soFar) {
        share.set(Math.min(1, soFar.sent() / (double) Math.max(1, expected)));
        state.set(Words.of(
                "queues.redrive.state",
                Wording.number(soFar.sent()),
                Wording.number(expected),
                Wording.number(soFar.cameBack())));
    }

    private void ended(RedriveOutcome result) {
        told(result);
        outcome.set(Optional.of(result));
        state.set(result.message());
        letters.work().say(Words.of("queues.redrive.look-again"));
    }

    private static String subject(Optional<GroupRow> chosen) {
        return chosen.map(row -> row.group()
                        .map(group -> Words.of(
                                "queues.redrive.group",
                                LetterCount.of(row.count()),
                                CauseWords.kind(group),
                                CauseWords.error(group)))
                        .orElseGet(() -> Words.of("queues.redrive.all", LetterCount.of(row.count()))))
                .orElse("");
    }

    private IntegerProperty remembered(String key, int whenNew) {
        var text = letters.workspace().memory().text(key, String.valueOf(whenNew));
        var number = new SimpleIntegerProperty(this, key, number(text.get(), whenNew));
        number.addListener((property, before, now) -> text.set(String.valueOf(now.intValue())));
        return number;
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,3}") ? Math.min(MOST_A_SECOND, Integer.parseInt(text)) : otherwise;
    }
}
