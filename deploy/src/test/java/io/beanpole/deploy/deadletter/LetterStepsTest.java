package io.beanpole.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.DeadLetterSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking, purging, replaying and restoring: what is told of letters that were not seen, and of steps that broke off. */
class LetterStepsTest {
    private final FakeLetters queue = new FakeLetters();

    @Test
    void aLookTellsOfLettersThatOthersHold() {
        queue.add("seen");
        queue.hidden.put("other", FakeLetters.letter("other", "held", new TreeMap<>()));

        var look = look();

        assertThat(look.snapshot().letters()).hasSize(1);
        assertThat(look.missing())
                .contains(
                        "1 of 2 dead letters of dead seen; the others are held, by somebody who looks at them, for up to"
                                + " 15 minutes.");
    }

    @Test
    void aLookThatSawAllTellsOfNothingMissing() {
        queue.add("seen");

        assertThat(look().missing()).isEmpty();
    }

    @Test
    void aLookAtAFifoQueueSaysThatItIsPartial() {
        queue.isOrdered = true;
        queue.hidden.put("behind", FakeLetters.letter("behind", "x", new TreeMap<>()));

        assertThat(look().missing())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("of a FIFO queue a look sees only the first letters of each message group"));
    }

    @Test
    void aChoiceAmongTheLettersOfAFifoQueueIsRefused() {
        queue.isOrdered = true;

        assertThatThrownBy(() -> FifoRule.check(queue.isOrdered(), false))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("only the first letters of each message group can be seen");
        assertThatCode(() -> FifoRule.check(queue.isOrdered(), true)).doesNotThrowAnyException();
    }

    @Test
    void aPurgeThatBreaksOffKnowsWhatItDeleted() {
        var first = queue.add("x");
        var purge = new Purge(queue);
        purge.delete(Set.of(first));
        queue.breaksOnDelete = true;
        var second = queue.add("x");

        assertThatThrownBy(() -> purge.delete(Set.of(first, second))).hasMessage("The network is gone.");
        assertThat(purge.deleted()).containsExactly(first);
        assertThat(queue.hidden).as("given back").isEmpty();
    }

    @Test
    void aReplayWhoseDeletionBreaksOffIsSentAndMayBeDoneTwice() {
        var id = queue.add("good");
        var letter = queue.visible.get(id);
        queue.breaksOnDelete = true;
        var replay = new Replay(queue);

        assertThat(replay.send(letter, letter)).isFalse();
        assertThat(replay.isSent()).isTrue();
    }

    @Test
    void aReplayWithoutTheRightToDeleteSendsNothing() {
        var letter = queue.visible.get(queue.add("good"));
        queue.forbidsDelete = true;

        assertThatThrownBy(() -> new Replay(queue).send(letter, letter)).hasMessageContaining("sqs:DeleteMessage");
        assertThat(queue.done).isEmpty();
    }

    @Test
    void lettersOfASnapshotAreSentAgainInTheirOrderAndTheRefusedAreNamed() {
        var letters = letters(25);
        queue.refuses.add("id3");

        var restore = new Restore(queue, 500, Tempo.real());
        restore.send(letters);

        assertThat(restore.sent()).isEqualTo(24);
        assertThat(restore.refused()).containsExactly("id3");
        assertThat(queue.batches).containsExactly(10, 10, 5);
        assertThat(queue.done.get(0).id()).isEqualTo("id0");
    }

    @Test
    void aRestoreThatIsEndedTellsHowFarItCame() {
        var restore = new Restore(queue, 500, Tempo.real());
        restore.end();
        restore.send(letters(3));

        assertThat(restore.tried()).isZero();
        assertThat(queue.done).isEmpty();
    }

    private Look look() {
        return new Peek(queue, new Causes(new DeadLetterSpec(List.of(), List.of()), Map.of()), Clock.systemUTC())
                .read("dead", 100, line -> {});
    }

    private static List<DeadLetter> letters(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> FakeLetters.letter("id" + i, "good", new TreeMap<>()))
                .toList());
    }
}
