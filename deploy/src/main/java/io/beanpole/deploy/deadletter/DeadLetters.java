package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.lane.QueuePair;

/** The dead letters of each lane, for people who look into them, mend them and send them again. */
public interface DeadLetters {
    /** The dead letters of a queue; nothing is asked of the cloud yet. An error if the queue has no dead-letter queue. */
    LetterDesk desk(QueuePair pair);
}
