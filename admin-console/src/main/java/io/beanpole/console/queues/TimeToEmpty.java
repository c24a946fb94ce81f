package io.beanpole.console.queues;

import io.beanpole.console.control.Wording;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.lane.LaneFlow;
import java.util.Optional;

/**
 * How long until a lane is empty, as its card says it.
 *
 * @param figure the time, or the word that stands in its place
 * @param caption what is below it
 */
record TimeToEmpty(String figure, String caption) {
    /** @param depth how many messages wait */
    static TimeToEmpty of(long depth, Optional<LaneFlow> flow) {
        if (depth == 0) {
            return new TimeToEmpty(Words.of("queues.lane.empty"), Words.of("queues.lane.is-empty"));
        }
        var time = flow.flatMap(known -> known.timeToEmpty(depth));
        if (flow.isPresent() && time.isEmpty()) {
            return new TimeToEmpty(Words.of("queues.lane.never"), Words.of("queues.lane.at-this-rate"));
        }
        return new TimeToEmpty(time.map(Wording::duration).orElse("–"), Words.of("queues.lane.empty-in"));
    }
}
