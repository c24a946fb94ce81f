package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.Patience;
import java.time.Duration;

/**
 * How often one looks whether instances have handed in their logs. Elastic Beanstalk throttles all requests of an account
 * together, deployments among them, so that logs must not take more than their part.
 *
 * @param look the pause between two looks
 * @param quietLooks after how many looks without another instance nobody else is waited for
 */
record LogPace(Duration look, int quietLooks) {
    /** Twenty looks a minute at the most; instances hand in within seconds of each other. */
    static final LogPace AWS = new LogPace(Duration.ofSeconds(3), 5);

    /** A cloud of one's own throttles nobody. */
    static final LogPace OWN_CLOUD = new LogPace(Duration.ofMillis(300), 20);

    /** Looks at this pace for so long. */
    Patience within(Duration limit) {
        return new Patience(limit, look);
    }

    /** Nothing arrived yet. */
    Arrivals arrivals() {
        return new Arrivals(quietLooks);
    }

    /** Whether instances still arrive: once one has, the rest follow soon or, being gone, never. */
    static final class Arrivals {
        private final int quietLooks;
        private int known;
        private int quiet;

        private Arrivals(int quietLooks) {
            this.quietLooks = quietLooks;
        }

        /**
         * Tells of another look.
         *
         * @param arrived how many instances have handed in by now
         * @return whether it isn't worth while to wait for more; never before the first
         */
        boolean haveEnded(int arrived) {
            quiet = arrived == known ? quiet + 1 : 0;
            known = arrived;
            return arrived > 0 && quiet >= quietLooks;
        }
    }
}
