package io.beanpole.deploy.scaling;

import java.util.Optional;

/**
 * What an environment has that scaling is about; a part is empty while Elastic Beanstalk has not made it.
 *
 * @param group name of its Auto Scaling group
 * @param queueUrl the queue that a worker environment drains
 * @param deadLetterQueueUrl the dead-letter queue that was made with it
 */
public record EnvironmentParts(
        String environmentName,
        Optional<String> group,
        Optional<String> queueUrl,
        Optional<String> deadLetterQueueUrl) {
    /** The queue's name, which is its dimension in CloudWatch. */
    public Optional<String> queueName() {
        return queueUrl.map(EnvironmentParts::nameOfQueue);
    }

    /** The dead-letter queue's name. */
    public Optional<String> deadLetterQueueName() {
        return deadLetterQueueUrl.map(EnvironmentParts::nameOfQueue);
    }

    /** The last part of a queue's URL. */
    public static String nameOfQueue(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
