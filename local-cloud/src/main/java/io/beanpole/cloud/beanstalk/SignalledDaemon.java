package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.bundle.SteeredDaemon;
import io.beanpole.cloud.sqsd.Sqsd;

/**
 * The daemon that ran when a deployment began, as a signal reaches it.
 *
 * @param draining hears that it takes no more messages until the deployment is over
 */
record SignalledDaemon(Sqsd daemon, Runnable draining) implements SteeredDaemon {
    @Override
    public void stopPolling() {
        draining.run();
        daemon.pause(true);
    }

    @Override
    public int running() {
        return daemon.running();
    }
}
