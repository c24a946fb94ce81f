package io.beanpole.deploy.fleet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Something to read that can wait for a later reading of the fleet.
 *
 * @param urgency what is more urgent has the smaller number, among what was never read
 * @param lastRead the beginning of time if never
 * @param cost the most requests that it takes
 */
record Chore(int urgency, Instant lastRead, int cost, Runnable work) {
    private static final Comparator<Chore> BY_TURNS =
            Comparator.comparing(Chore::lastRead).thenComparing(Chore::urgency);

    /** Does as many as there are requests left for: what was never read first, then what was read longest ago. */
    static void byTurns(List<Chore> chores, Requests requests) {
        chores.stream()
                .sorted(BY_TURNS)
                .takeWhile(chore -> requests.left() > 0)
                .filter(chore -> chore.cost <= requests.left())
                .forEach(chore -> {
                    if (chore.cost <= requests.left()) {
                        chore.work.run();
                    }
                });
    }
}
