package io.beanpole.deploy.timeout;

import java.util.EnumSet;
import java.util.List;

/**
 * Two times that don't fit.
 *
 * @param rule which contradiction it is
 * @param message what is contradictory, with the values
 * @param consequence what happens to messages or requests because of it
 * @param repair what to set
 */
public record Contradiction(Rule rule, String message, String consequence, String repair) {
    /** The contradictions that are known, each with where it comes from in the reference. */
    public enum Rule {
        /** The proxy's 60 s are shorter than InactivityTimeout (1.5 [M][D]). */
        PROXY_BEFORE_INACTIVITY("1.5 [M][D]"),
        /** The application works on after sqsd gave up (1.5 [M]). */
        TASK_LONGER_THAN_INACTIVITY("1.5 [M]"),
        /** InactivityTimeout is not below VisibilityTimeout (1.5 [M]). */
        INACTIVITY_NOT_BELOW_VISIBILITY("1.5 [M]"),
        /** VisibilityTimeout covers neither the longest try nor the wait before it (1.6 [S2]). */
        VISIBILITY_TOO_SHORT("1.6 [S2]"),
        /** ErrorVisibilityTimeout is not set (1.5 [M][S2]). */
        ERROR_VISIBILITY_UNSET("1.5 [M][S2]"),
        /** A queue of one's own has no redrive policy (1.5 [D][M]). */
        NO_REDRIVE("1.5 [D][M]"),
        /** MaxRetries does nothing on a queue of one's own (1.5 [D][M]). */
        MAX_RETRIES_WITHOUT_EFFECT("1.5 [D][M]"),
        /** The daemon throws the message away before its last try (1.5 [S2][D]). */
        RETENTION_BEFORE_LAST_TRY("1.5 [S2][D]"),
        /** Dead letters vanish before or with the messages of the source (1.7 [D]). */
        DEAD_LETTERS_EXPIRE_FIRST("1.7 [D]"),
        /** An attribute's name doesn't pass nginx (1.3 [T]). */
        ATTRIBUTE_DROPPED("1.3 [T]"),
        /** Periodic tasks can't be sent to a FIFO queue (1.8 [D]). */
        PERIODIC_ON_FIFO("1.8 [D]"),
        /** A message can't be invisible for more than twelve hours (1.10). */
        OVER_TWELVE_HOURS("1.10 [D]"),
        /** The load balancer cuts a silent request before the application answers. */
        BALANCER_BEFORE_APPLICATION("options: ConnectionSettingIdleTimeout [D]"),
        /** The proxy cuts a silent request before the application answers. */
        PROXY_BEFORE_APPLICATION("1.5 [M][D]");

        private final String source;

        Rule(String source) {
            this.source = source;
        }

        /** Those that are checked for an environment of a tier, {@code Worker} or {@code WebServer}. */
        public static List<Rule> of(String tier) {
            var web = EnumSet.of(BALANCER_BEFORE_APPLICATION, PROXY_BEFORE_APPLICATION);
            return List.copyOf(tier.equals("Worker") ? EnumSet.complementOf(web) : web);
        }

        /** Where it comes from, with the evidence. */
        public String source() {
            return source;
        }
    }
}
