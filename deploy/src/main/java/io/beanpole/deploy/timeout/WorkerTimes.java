package io.beanpole.deploy.timeout;

import java.time.Duration;

/**
 * All times that decide about a message of one worker environment.
 *
 * @param periodicTasks how many tasks cron.yaml of the deployed bundle has
 */
public record WorkerTimes(
        String environmentName,
        SqsdTimes sqsd,
        QueueTimes queue,
        Proxy proxy,
        ApplicationTimes application,
        int periodicTasks) {
    /** What SQS allows a message to be invisible, from one receive on (1.10). */
    public static final Duration MOST_INVISIBLE = Duration.ofHours(12);

    /** How long after the 200 sqsd may wait until it deletes the message (1.4 [S2]). */
    public static final Duration DELETION = Duration.ofSeconds(2);

    /** How long one try takes at the most: until the application or sqsd gives up. */
    public Duration worstTry() {
        return application
                .longestTask()
                .filter(longest -> longest.compareTo(sqsd.inactivity()) < 0)
                .orElse(sqsd.inactivity());
    }

    /**
     * How long a message may wait on the instance before it is worked on, by the rules of reference 1.6 [S2]: tasks of
     * 15 s and more are not fetched ahead, of less than that as many as there are connections, and of a second at most ten
     * a poller. The messages before it may all take as long as one can. Without a word about the usual task, the longest
     * one stands for it.
     */
    public Duration prefetchWait() {
        return worstTry().multipliedBy(rounds());
    }

    /** How long a message has to stay invisible so that nobody gets it a second time while all goes well. */
    public Duration neededVisibility() {
        return prefetchWait().plus(worstTry()).plus(DELETION);
    }

    /** When a message that is tried again and again is deleted, counted from its first receive at the earliest. */
    public Duration expires() {
        return queue.retention()
                .filter(kept -> kept.compareTo(sqsd.retention()) < 0)
                .orElse(sqsd.retention());
    }

    private int rounds() {
        var usual = application.usualTask().or(application::longestTask);
        if (usual.isEmpty() || usual.get().toSeconds() >= 15) {
            return 0;
        }
        if (usual.get().compareTo(Duration.ofSeconds(1)) > 0) {
            return 1;
        }
        var pollers = Math.max(1, (int) Math.ceil(sqsd.connections() / 2.5));
        return (int) Math.ceil(pollers * 10.0 / sqsd.connections());
    }
}
