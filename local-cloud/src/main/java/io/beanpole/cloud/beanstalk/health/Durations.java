package io.beanpole.cloud.beanstalk.health;

import java.time.Duration;

/** Times and counts as causes tell them: {@code 43 seconds}, {@code 4 minutes}. */
final class Durations {
    private static final long IN_SECONDS = 120;

    private Durations() {}

    static String words(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < IN_SECONDS ? counted(seconds, "second") : counted(seconds / 60, "minute");
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** How many of all of them. */
    static String outOf(long count, int all) {
        return count == all ? "all instances" : count + " out of " + counted(all, "instance");
    }
}
