package io.beanpole.deploy.lane;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.scaling.EnvironmentParts;

/**
 * A queue and the one that its dead letters go to.
 *
 * @param label what a person calls it: the lane, else the environment, else the queue
 * @param environmentName the environment that drains it; empty where none is known
 * @param queueUrl the source queue
 * @param deadLetterUrl the dead-letter queue; empty where there is none
 */
public record QueuePair(String label, String environmentName, String queueUrl, String deadLetterUrl) {
    /** The queues of a lane. */
    public static QueuePair of(LaneState lane) {
        return new QueuePair(lane.name(), lane.environmentName(), lane.queueUrl(), lane.deadLetterQueueUrl());
    }

    /** The source queue's name. */
    public String queueName() {
        return EnvironmentParts.nameOfQueue(queueUrl);
    }

    /** The dead-letter queue's name. */
    public String deadLetterName() {
        return EnvironmentParts.nameOfQueue(deadLetterUrl);
    }

    /** The same, if it has a dead-letter queue; an error that says what to do if not. */
    public QueuePair withDeadLetters() {
        if (deadLetterUrl.isEmpty()) {
            throw new DeployException(
                    "The queue " + queueName()
                            + " has no dead-letter queue: it has no redrive policy, or the queue that it"
                            + " names is gone.",
                    "./beanpole lanes apply makes one; until then a message that fails is tried until it expires.");
        }
        return this;
    }

    /** What its actions are filed under: the environment, or the queue where there is none. */
    public String subject() {
        return environmentName.isEmpty() ? queueName() : environmentName;
    }
}
