package io.beanpole.cloud.sqsd.periodic;

import java.time.Instant;

/** Where the leader puts a task that is due. */
interface PeriodicQueue {
    void send(PeriodicTask task, Instant scheduled);
}
