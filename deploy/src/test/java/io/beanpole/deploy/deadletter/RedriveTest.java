package io.beanpole.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How dead letters go back, and when that stops. */
class RedriveTest {
    private final FakeLetters queue = new FakeLetters();
    private final QuickTempo tempo = new QuickTempo();

    @Test
    void allGoBackAtTheRateAndEachIsDeletedHere() {
        IntStream.range(0, 500).forEach(i -> queue.add("good " + i));

        var outcome = redrive(letter -> true, 50, 0.1);

        assertThat(outcome.sent()).isEqualTo(500);
        assertThat(outcome.left()).isZero();
        assertThat(outcome.stoppedItself()).isFalse();
        assertThat(outcome.took()).isBetween(Duration.ofMillis(9_500), Duration.ofMillis(11_500));
        assertThat(queue.done).hasSize(500);
    }

    @Test
    void aBadGroupStopsTheRunWithTheProbeAlready() {
        IntStream.range(0, 100).forEach(i -> queue.add(i % 2 == 0 ? "bad" : "good"));

        var outcome = redrive(letter -> true, 50, 0.1);

        assertThat(outcome.stoppedItself()).isTrue();
        assertThat(outcome.sent()).isEqualTo(10);
        assertThat(outcome.cameBack()).isBetween(3, 5);
        assertThat(outcome.message()).startsWith("Stopped by itself: more than 10 % of what was sent failed again.");
        assertThat(queue.all()).isEqualTo(100);
        assertThat(queue.hidden).isEmpty();
    }

    @Test
    void aBadGroupThatComesLateStopsTheRunThen() {
        IntStream.range(0, 100).forEach(i -> queue.add("good"));
        IntStream.range(0, 100).forEach(i -> queue.add("bad"));

        var outcome = redrive(letter -> true, 50, 0.1);

        assertThat(outcome.stoppedItself()).isTrue();
        assertThat(outcome.sent()).isBetween(110, 170);
        assertThat(queue.all()).isEqualTo(200);
    }

    @Test
    void oneBadLetterIsNoReasonToStop() {
        queue.add("bad");
        IntStream.range(0, 4).forEach(i -> queue.add("good"));

        var outcome = redrive(letter -> true, 50, 0);

        assertThat(outcome.stoppedItself()).isFalse();
        assertThat(outcome.cameBack()).isEqualTo(1);
        assertThat(outcome.left()).isEqualTo(1);
        assertThat(outcome.message())
                .isEqualTo("5 messages were sent back, 1 of them failed again and is a dead letter once more, 1 dead"
                        + " letter is left.");
    }

    @Test
    void onlyWhatIsWantedGoesAndTheOthersAreVisibleAgain() {
        IntStream.range(0, 30).forEach(i -> queue.add(i % 3 == 0 ? "this" : "that"));

        var outcome = redrive(letter -> letter.body().equals("this"), 50, 0.1);

        assertThat(outcome.sent()).isEqualTo(10);
        assertThat(queue.visible).hasSize(20);
        assertThat(queue.done).allMatch(letter -> letter.body().equals("this"));
    }

    @Test
    void whatTheSourceRefusesStaysADeadLetter() {
        var refused = queue.add("good");
        queue.add("good");
        queue.refuses.add(refused);

        var outcome = redrive(letter -> true, 50, 0.1);

        assertThat(outcome.sent()).isEqualTo(1);
        assertThat(queue.visible).containsOnlyKeys(refused);
    }

    @Test
    void whatCouldNotBeDeletedIsCountedAsAPossibleDuplicate() {
        queue.keeps.add(queue.add("good"));

        assertThat(redrive(letter -> true, 50, 0.1).possibleDuplicates()).isEqualTo(1);
    }

    @Test
    void everyLetterCarriesTheRunsMark() {
        queue.add("good");

        redrive(letter -> true, 50, 0.1);

        assertThat(queue.done.get(0).attributes().get(Redrive.MARK).text()).isEqualTo("run");
    }

    @Test
    void aLetterThatHasNoRoomForTheMarkStaysSoThatItDoesNotGoRound() {
        queue.visible.put("full", FakeLetters.letter("full", "bad", attributes(10)));
        queue.add("good");

        var outcome = redrive(letter -> true, 50, 0.1);

        assertThat(outcome.sent()).isEqualTo(1);
        assertThat(outcome.unmarkable()).isEqualTo(1);
        assertThat(outcome.message()).contains("1 of these were left: each has ten attributes already");
        assertThat(queue.visible).containsOnlyKeys("full");
    }

    @Test
    void aLetterThatAnEarlierRunMarkedGoesAgainAlthoughItHasTenAttributes() {
        var marked = attributes(9);
        marked.put(Redrive.MARK, new AttributeValue("String", "earlier"));
        queue.visible.put("full", FakeLetters.letter("full", "good", marked));

        assertThat(redrive(letter -> true, 50, 0.1).sent()).isEqualTo(1);
    }

    @Test
    void aBatchIsCutWhereItsBytesWouldBeTooMany() {
        IntStream.range(0, 10).forEach(i -> queue.add("x".repeat(100 * 1024)));

        redrive(letter -> true, 50, 0.1);

        assertThat(queue.batches).hasSize(5).containsOnly(2);
    }

    @Test
    void whatWasSentBeforeItBrokeOffIsCountedAndMayBeDoneTwice() {
        IntStream.range(0, 4).forEach(i -> queue.add("good"));
        queue.breaksOnDelete = true;
        var plan = new RedrivePlan("run", 50, 0.1, 10, Duration.ofSeconds(5));
        var run = new Redrive(queue, letter -> true, plan, tempo, line -> {});

        assertThatThrownBy(run::run).hasMessage("The network is gone.");

        assertThat(run.soFar().sent()).isEqualTo(4);
        assertThat(run.soFar().possibleDuplicates()).isEqualTo(4);
        assertThat(run.soFar().message()).contains("4 of them may be done twice");
    }

    @Test
    void withoutTheRightToDeleteNothingIsSentAndNothingReceived() {
        IntStream.range(0, 4).forEach(i -> queue.add("good"));
        queue.forbidsDelete = true;
        var plan = new RedrivePlan("run", 50, 0.1, 10, Duration.ofSeconds(5));
        var run = new Redrive(queue, letter -> true, plan, tempo, line -> {});

        assertThatThrownBy(run::run).hasMessageContaining("sqs:DeleteMessage");

        assertThat(queue.done).isEmpty();
        assertThat(queue.visible).hasSize(4);
    }

    @Test
    void whatIsHeldForLongIsHeldAgainAndWhatIsLostIsNotSent() {
        IntStream.range(0, 20).forEach(i -> queue.add("good"));
        queue.lost.add("id9");
        var plan = new RedrivePlan("run", 1, 0.1, 0, Duration.ofSeconds(5));
        var slow = new QuickTempo(Duration.ofMinutes(5));

        var outcome = new Redrive(queue, letter -> true, plan, slow, line -> {}).run();

        assertThat(queue.holds).isNotEmpty().containsOnly(LetterHold.TIME);
        assertThat(outcome.sent()).isEqualTo(19);
        assertThat(queue.done).extracting(DeadLetter::id).doesNotContain("id9");
    }

    @Test
    void aRunHoldsLittleMoreThanItSends() {
        IntStream.range(0, 200).forEach(i -> queue.add("good"));
        var most = new int[1];
        var plan = new RedrivePlan("run", 10, 0.1, 0, Duration.ofSeconds(5));

        new Redrive(
                        queue,
                        letter -> {
                            most[0] = Math.max(most[0], queue.hidden.size());
                            return true;
                        },
                        plan,
                        tempo,
                        line -> {})
                .run();

        assertThat(most[0]).isLessThanOrEqualTo(20);
    }

    @Test
    void aRunThatIsEndedGivesBackWhatItHolds() {
        IntStream.range(0, 100).forEach(i -> queue.add("good"));
        var plan = new RedrivePlan("run", 50, 0.1, 0, Duration.ofSeconds(5));
        var run = new Redrive[1];
        run[0] = new Redrive(
                queue,
                letter -> {
                    if (queue.done.size() >= 30) {
                        run[0].end();
                    }
                    return true;
                },
                plan,
                tempo,
                line -> {});

        var outcome = run[0].run();

        assertThat(outcome.sent()).isBetween(30, 50);
        assertThat(outcome.message()).startsWith("Ended before all were sent.");
        assertThat(queue.hidden).isEmpty();
        assertThat(queue.all()).isEqualTo(100);
    }

    @Test
    void anImpossibleRateIsRefused() {
        assertThatThrownBy(() -> new RedrivePlan("run", 0, 0.1, 10, Duration.ZERO))
                .isInstanceOf(DeployException.class)
                .hasMessage("A rate of 0 messages a second is not possible.");
        assertThatThrownBy(() -> new RedrivePlan("run", 10, 2, 10, Duration.ZERO))
                .hasMessage("A failure rate of 2.0 is not possible.");
    }

    private RedriveOutcome redrive(Predicate<DeadLetter> wanted, int rate, double failureRate) {
        var plan = new RedrivePlan("run", rate, failureRate, 10, Duration.ofSeconds(5));
        return new Redrive(queue, wanted, plan, tempo, line -> {}).run();
    }

    private static TreeMap<String, AttributeValue> attributes(int count) {
        var attributes = new TreeMap<String, AttributeValue>();
        IntStream.range(0, count).forEach(i -> attributes.put("a" + i, new AttributeValue("String", "x")));
        return attributes;
    }

    /** Time that passes at once, each pause taking so much longer. */
    private static final class QuickTempo implements Tempo {
        private final Duration longer;
        private Duration now = Duration.ZERO;

        QuickTempo() {
            this(Duration.ZERO);
        }

        QuickTempo(Duration longer) {
            this.longer = longer;
        }

        @Override
        public Duration now() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            now = now.plus(duration).plus(longer);
        }
    }
}
