package io.beanpole.endtoend.demo;

/**
 * A lane and where AWS keeps its parts.
 *
 * @param group its Auto Scaling group
 */
record WatchedLane(String name, String queueUrl, String deadLetterQueueUrl, String group) {
    String queueName() {
        return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    }
}
