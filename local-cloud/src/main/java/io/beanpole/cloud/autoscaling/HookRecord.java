package io.beanpole.cloud.autoscaling;

import java.time.Duration;

/**
 * A lifecycle hook: instances wait at it until somebody completes the action, or the heartbeat runs out (evidence: [B],
 * reference 5.6).
 *
 * @param transition AWS's name: LAUNCHING or TERMINATING
 * @param target the ARN of a topic or queue that hears of each wait; empty for none
 * @param role as it was put; nothing is checked against it
 * @param metadata goes into each notification; empty for none
 * @param heartbeat seconds from 30 to 7200
 * @param defaultResult what holds when the heartbeat runs out: CONTINUE or ABANDON
 */
record HookRecord(
        String name,
        String transition,
        String target,
        String role,
        String metadata,
        int heartbeat,
        String defaultResult) {
    static final String LAUNCHING = "autoscaling:EC2_INSTANCE_LAUNCHING";
    static final String TERMINATING = "autoscaling:EC2_INSTANCE_TERMINATING";
    static final String CONTINUE = "CONTINUE";
    static final String ABANDON = "ABANDON";

    private static final Duration LONGEST = Duration.ofHours(48);
    private static final int MOST_HEARTBEATS = 100;

    /** However often a heartbeat is recorded: 48 hours, or a hundred heartbeats where that is less. */
    Duration longest() {
        Duration all = Duration.ofSeconds((long) heartbeat * MOST_HEARTBEATS);
        return all.compareTo(LONGEST) < 0 ? all : LONGEST;
    }
}
