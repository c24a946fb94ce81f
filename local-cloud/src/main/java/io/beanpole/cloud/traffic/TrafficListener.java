package io.beanpole.cloud.traffic;

import java.time.Duration;

/** Who wants to know how requests to instances went; called on the threads that carry them, so quick. */
@FunctionalInterface
public interface TrafficListener {
    /**
     * A request was answered, or was given up.
     *
     * @param status what the instance answered; 502 when it took no connection or broke it, 504 when it was silent too
     *     long, as the proxy on an instance logs them
     * @param took until the head of the answer was there
     */
    void answered(String instanceId, int status, Duration took);
}
