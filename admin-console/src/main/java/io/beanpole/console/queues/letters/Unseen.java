package io.beanpole.console.queues.letters;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.lane.LaneState;
import java.util.Optional;

/** What is said while no letters are shown: why there are none to see, and what to do. */
record Unseen(String title, String advice) {
    /** Of the chosen lane, as last read. */
    static Unseen of(Optional<LaneState> chosen) {
        if (chosen.isEmpty()) {
            return new Unseen(Words.of("queues.empty.title"), Words.of("queues.empty.advice"));
        }
        var lane = chosen.get();
        if (lane.deadLetterQueueUrl().isEmpty()) {
            return new Unseen(
                    Words.of("queues.letters.no-queue.title", lane.name()), Words.of("queues.letters.no-queue.advice"));
        }
        if (lane.deadLetters() == 0) {
            return new Unseen(
                    Words.of("queues.letters.none.title", lane.name()), Words.of("queues.letters.none.advice"));
        }
        return new Unseen(
                Words.of("queues.letters.unseen.title", LetterCount.of(lane.deadLetters())),
                Words.of("queues.letters.unseen.advice"));
    }
}
