package io.beanpole.deploy.aws;

import java.time.Duration;

/**
 * How long a call to AWS may take.
 *
 * @param attempt each try of it
 * @param call all tries together, with the pauses between them
 */
public record TimeLimits(Duration attempt, Duration call) {
    /**
     * For somebody who waits before a window. A long poll of SQS takes 20 s by itself (Amazon SQS Developer Guide, "Short
     * and long polling"), and a bundle that is uploaded has its size.
     */
    public static final TimeLimits OF_A_WINDOW = new TimeLimits(Duration.ofSeconds(30), Duration.ofSeconds(75));
}
