package io.beanpole.deploy.lane;

import io.beanpole.deploy.scaling.EnvironmentParts;

/**
 * A queue and the one that its dead letters go to.
 *
 * @param label what a person calls it: the lane, else the environment, else the queue
 * @param environmentName the environment that drains it; empty where none is known
 * @param queueUrl the source queue
 * @param deadLetterUrl the dead-letter queue
 */
public record QueuePair(String label, String environmentName, String queueUrl, String deadLetterUrl) {
    /** The source queue's name. */
    public String queueName() {
        return EnvironmentParts.nameOfQueue(queueUrl);
    }

    /** The dead-letter queue's name. */
    public String deadLetterName() {
        return EnvironmentParts.nameOfQueue(deadLetterUrl);
    }

    /** What its actions are filed under: the environment, or the queue where there is none. */
    public String subject() {
        return environmentName.isEmpty() ? queueName() : environmentName;
    }
}
