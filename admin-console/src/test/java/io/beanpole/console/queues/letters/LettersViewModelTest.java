package io.beanpole.console.queues.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeLetterDesk;
import io.beanpole.console.TestWorkspace;
import io.beanpole.deploy.deadletter.DeadLetter;
import io.beanpole.deploy.deadletter.LetterRun;
import io.beanpole.deploy.deadletter.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LettersViewModelTest {
    private static final String EXPRESS = "beanpole-local-express";

    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace test = TestWorkspace.inline(cloud);
    private final LettersViewModel letters;
    private final RedriveViewModel redrive;
    private final LetterViewModel letter;
    private final StoreViewModel store;

    LettersViewModelTest() {
        cloud.letters
                .with(320, "clip", "the clip has no video stream")
                .with(120, "thumbnail", "timed out")
                .with(60, "probe", "bad parameters");
        test.workspace().selection().choose("beanpole-local-standard");
        letters = new LettersViewModel(test.workspace());
        redrive = new RedriveViewModel(letters);
        letter = new LetterViewModel(letters);
        store = new StoreViewModel(letters);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theLaneOfTheEnvironmentInTheFrameIsChosenAndNothingIsLookedAtUnasked() {
        assertThat(letters.laneName()).isEqualTo("standard");
        assertThat(letters.shown().snapshotProperty().get()).isEmpty();
        assertThat(cloud.letters.done).isEmpty();
    }

    @Test
    void fiveHundredLettersAreGroupedByKindAndErrorTheLargestGroupFirst() {
        letters.look();

        assertThat(letters.shown().groups())
                .extracting(row -> row.value().count())
                .containsExactly(500, 320, 120, 60);
        assertThat(letters.shown().letters()).hasSize(500);
        assertThat(redrive.subjectProperty().get()).isEqualTo("All 500 dead letters");
    }

    @Test
    void aChosenCauseNarrowsTheLettersAndWhatWouldBeSent() {
        letters.look();

        choose(2);

        assertThat(letters.shown().letters()).hasSize(120);
        assertThat(redrive.subjectProperty().get()).isEqualTo("120 dead letters: thumbnail / timed out");
    }

    @Test
    void theNewestSnapshotIsShownAgainWithoutALook() {
        letters.look();

        var again = new LettersViewModel(test.workspace());

        assertThat(again.shown().letters()).hasSize(500);
        assertThat(cloud.letters.done).containsExactly("look 500");
    }

    @Test
    void aRedriveSendsTheChosenCauseAndTellsHowFarItIs() {
        letters.look();
        choose(2);
        redrive.rateProperty().set(50);

        redrive.redrive();

        assertThat(cloud.letters.done).endsWith("redrive the dead letters thumbnail / timed out at 50");
        assertThat(cloud.letters.sent).hasSize(120);
        assertThat(redrive.shareProperty().get()).isEqualTo(1);
        assertThat(redrive.stateProperty().get()).startsWith("120 messages were sent back");
        assertThat(test.asked().get(0).consequences()).contains("50 a second").contains("10 % fail again");
    }

    @Test
    void aRedriveThatStoppedItselfSaysSo() {
        letters.look();
        choose(3);

        redrive.redrive();

        assertThat(redrive.outcomeProperty().get().orElseThrow().stoppedItself())
                .isTrue();
        assertThat(redrive.stateProperty().get()).startsWith("Stopped by itself");
        assertThat(letters.work().busyProperty().get()).isFalse();
    }

    @Test
    void aRedriveCanBeEnded() {
        letters.look();
        cloud.letters.afterEach = redrive::end;

        redrive.redrive();

        assertThat(cloud.letters.sent).hasSize(1);
        assertThat(redrive.stateProperty().get()).startsWith("1 messages were sent back");
    }

    @Test
    void whoSaysNoSendsNothing() {
        letters.look();
        test.agrees(false);

        redrive.redrive();
        letter.replay();
        store.purge();
        store.restore();

        assertThat(test.asked()).hasSize(4);
        assertThat(cloud.letters.sent).isEmpty();
        assertThat(cloud.letters.done).containsExactly("look 500");
    }

    @Test
    void aLetterThatIsChangedIsSentChangedInOneLineAndIsGoneHere() {
        letters.look();
        var original = letters.shown().letterProperty().get().orElseThrow().letter();
        letter.bodyProperty().set(letter.bodyProperty().get().replace("holiday.mp4", "mended.mp4"));

        letter.replay();

        assertThat(cloud.letters.sent)
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.body()).isEqualTo(original.body().replace("holiday.mp4", "mended.mp4")));
        assertThat(letters.shown().letters())
                .hasSize(499)
                .extracting(Snapshot.Entry::letter)
                .doesNotContain(original);
        assertThat(test.asked().get(0).consequences()).contains("that you changed");
    }

    @Test
    void aLetterThatIsNotChangedIsSentByteForByte() {
        letters.look();
        var original = letters.shown().letterProperty().get().orElseThrow().letter();

        letter.replay();

        assertThat(cloud.letters.sent).containsExactly(original);
    }

    @Test
    void aBodyThatIsNoJsonAnyMoreIsSaidWithItsLineAndCanBeUndone() {
        letters.look();
        letter.bodyProperty().set("{\n  \"kind\": oops\n}");

        assertThat(letter.problemProperty().get()).startsWith("Not JSON any more, line 2");
        letter.reset();

        assertThat(letter.problemProperty().get()).isEmpty();
        assertThat(letter.editedProperty().get()).isFalse();
    }

    @Test
    void aPurgeIsTypedDeletesTheChosenCauseAndTheSnapshotCanBeSentAgain() {
        letters.look();
        choose(1);

        store.purge();

        assertThat(test.asked().get(0).isTyped()).isTrue();
        assertThat(test.asked().get(0).subject()).isEqualTo("beanpole-standard-dead-letters");
        assertThat(cloud.letters.there).hasSize(180);
        assertThat(letters.shown().groups())
                .extracting(row -> row.value().count())
                .containsExactly(180, 120, 60);

        store.restore();

        assertThat(cloud.letters.done).endsWith("restore 500 at 10");
        assertThat(test.asked().get(1).title()).startsWith("Send 500 dead letters");
    }

    @Test
    void ratesAreRemembered() {
        redrive.rateProperty().set(77);

        assertThat(new RedriveViewModel(letters).rateProperty().get()).isEqualTo(77);
    }

    @Test
    void theLaneFollowsTheEnvironmentInTheFrameAndTheFrameTheLane() {
        test.workspace().selection().choose(EXPRESS);

        assertThat(letters.laneName()).isEqualTo("express");
        letters.chooseLane("standard");

        assertThat(test.workspace().selection().name()).isEqualTo("beanpole-local-standard");
    }

    @Test
    void withAWebEnvironmentInTheFrameTheLaneWithDeadLettersIsShown() {
        test.workspace().selection().choose("beanpole-local-web");

        assertThat(new LettersViewModel(test.workspace()).laneName()).isEqualTo("standard");
    }

    @Test
    void whatIsConfirmedIsDoneToTheQueueThatTheQuestionNamedAlthoughAnotherLaneIsShownMeanwhile() {
        var others =
                new FakeLetterDesk("beanpole-express-dead-letters").with(7, "clip", "the clip has no video stream");
        others.look(10, Optional.empty(), LetterRun.saying(line -> {}));
        cloud.otherLetters.put("beanpole-express-dead-letters", others);
        letters.look();
        test.whileAsked(() -> test.workspace().selection().choose(EXPRESS));

        store.purge();

        assertThat(letters.laneName()).isEqualTo("express");
        assertThat(test.asked().get(0).subject()).isEqualTo("beanpole-standard-dead-letters");
        assertThat(cloud.letters.there).isEmpty();
        assertThat(others.there).hasSize(7);
        assertThat(letters.shown().letters()).hasSize(7);
    }

    @Test
    void aRedriveAndAReplayGoToTheQueueOfTheirQuestionToo() {
        var others =
                new FakeLetterDesk("beanpole-express-dead-letters").with(7, "clip", "the clip has no video stream");
        cloud.otherLetters.put("beanpole-express-dead-letters", others);
        letters.look();
        choose(2);
        test.whileAsked(() -> test.workspace().selection().choose(EXPRESS));

        redrive.redrive();

        assertThat(cloud.letters.sent).hasSize(120);
        assertThat(others.sent).isEmpty();
        letters.chooseLane("standard");

        letter.replay();

        assertThat(cloud.letters.sent).hasSize(121);
        assertThat(others.sent).isEmpty();
    }

    @Test
    void aLaneThatVanishesStaysShownAndSaysSoInsteadOfGivingWayToAnother() {
        letters.look();
        var express = cloud.lanes.states.get(0);

        test.workspace()
                .lanes()
                .update(List.of(express), test.workspace().clock().instant());

        assertThat(letters.laneName()).isEqualTo("standard");
        assertThat(letters.goneProperty().get()).isTrue();
        assertThat(letters.shown().letters()).hasSize(500);

        test.workspace()
                .lanes()
                .update(cloud.lanes.states, test.workspace().clock().instant());

        assertThat(letters.goneProperty().get()).isFalse();
    }

    @Test
    void theSameLetterReadAgainKeepsWhatAPersonIsTyping() {
        letters.look();
        letter.bodyProperty().set("{\"mended\": true}");

        letters.look();

        assertThat(letter.bodyProperty().get()).isEqualTo("{\"mended\": true}");
        assertThat(letter.editedProperty().get()).isTrue();
        assertThat(letter.facts()).contains("Received 7 times");
    }

    @Test
    void anEditWaitsWhileAnotherLetterIsLookedAt() {
        letters.look();
        var first = letters.shown().letterProperty().get();
        letter.bodyProperty().set("{\"mended\": true}");

        letters.shown().chooseLetter(Optional.of(letters.shown().letters().get(1)));
        assertThat(letter.editedProperty().get()).isFalse();
        letters.shown().chooseLetter(first);

        assertThat(letter.bodyProperty().get()).isEqualTo("{\"mended\": true}");
    }

    @Test
    void aRestorationThatBrokeOffGoesOnWhereItEndedAlsoAfterANewStart() {
        letters.look();
        cloud.letters.mostRestored = 120;
        cloud.letters.isCut = true;

        store.restore();
        new StoreViewModel(letters).restore();

        assertThat(test.asked().get(1).title()).startsWith("Send 380 dead letters");
        assertThat(test.asked().get(1).consequences()).startsWith("120 of the 500 messages were sent before");
        assertThat(cloud.letters.done).endsWith("restore 500 at 10", "restore 380 at 10");
        assertThat(cloud.letters.sent.stream().map(DeadLetter::id)).hasSize(240).doesNotHaveDuplicates();
    }

    @Test
    void aCopyThatWasSentToItsEndSaysThatItIsDoneOnceMore() {
        letters.look();

        store.restore();
        store.restore();

        assertThat(test.asked().get(1).consequences()).startsWith("This copy was sent from here once already");
        assertThat(cloud.letters.sent).hasSize(1000);
    }

    @Test
    void whatAPurgeDeletedBeforeItBrokeOffIsNoLongerShown() {
        letters.look();
        cloud.letters.mostDeleted = 40;
        cloud.letters.isCut = true;

        store.purge();

        assertThat(letters.shown().letters()).hasSize(460);
        assertThat(letters.work().sentenceProperty().get()).isEqualTo("The network is gone.");
    }

    @Test
    void aBareStatusAndABodyThatIsNoJsonAreSaidInWords() {
        cloud.letters.there.clear();
        cloud.letters.with(2, "no JSON", "400");
        letters.look();
        choose(1);

        assertThat(redrive.subjectProperty().get()).isEqualTo("2 dead letters: not JSON / answered 400");
    }

    private void choose(int line) {
        letters.shown()
                .chooseGroup(Optional.of(letters.shown().groups().get(line).value()));
    }
}
