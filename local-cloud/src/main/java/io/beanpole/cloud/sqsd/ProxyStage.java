package io.beanpole.cloud.sqsd;

import java.time.Duration;

/**
 * What stands between the daemon and the application on an instance. Nothing runs for it: what the platform's nginx
 * does to a POST and to its answer is done here, to the byte where it matters.
 */
public enum ProxyStage {
    /** The container owns port 80: ECS-managed Docker, Docker with compose. */
    NONE {
        @Override
        boolean passes(String header) {
            return true;
        }

        @Override
        Duration inactivityTimeout(Duration ofDaemon) {
            return ofDaemon;
        }

        @Override
        PostOutcome seenByDaemon(PostOutcome outcome, Duration inactivityTimeout) {
            return outcome;
        }
    },
    /**
     * Stock nginx of the language platforms and of Docker without compose: it drops headers whose names have anything
     * but letters, digits and hyphens [T], gives the application 60 s between two bytes and then answers 504 itself
     * while the handler goes on [M][D], answers 502 when there is no application, and adds X-Real-IP and
     * X-Forwarded-For.
     */
    NGINX {
        @Override
        boolean passes(String header) {
            return header.chars().allMatch(c -> c == '-' || c < 128 && Character.isLetterOrDigit(c));
        }

        @Override
        Duration inactivityTimeout(Duration ofDaemon) {
            return ofDaemon.compareTo(READ_TIMEOUT) < 0 ? ofDaemon : READ_TIMEOUT;
        }

        @Override
        PostOutcome seenByDaemon(PostOutcome outcome, Duration inactivityTimeout) {
            return switch (outcome.kind()) {
                case ANSWERED -> outcome;
                case SILENT ->
                    inactivityTimeout.compareTo(READ_TIMEOUT) < 0
                            ? outcome
                            : PostOutcome.answered(PostOutcome.GATEWAY_TIMEOUT, outcome.took());
                case CLOSED, REFUSED -> PostOutcome.answered(PostOutcome.BAD_GATEWAY, outcome.took());
            };
        }
    };

    /** The stock proxy_read_timeout. */
    static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    /** Whether a header of this name reaches the application. */
    abstract boolean passes(String header);

    /** After which silence of the application the POST ends. */
    abstract Duration inactivityTimeout(Duration ofDaemon);

    /** What the daemon gets to see of what the application did. */
    abstract PostOutcome seenByDaemon(PostOutcome outcome, Duration inactivityTimeout);
}
