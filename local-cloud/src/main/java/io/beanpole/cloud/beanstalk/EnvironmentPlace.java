package io.beanpole.cloud.beanstalk;

/**
 * Where an environment is reached, and what it reads.
 *
 * @param cnamePrefix empty where none was asked for
 * @param port of the balancer; 0 for a worker and before the launch
 * @param queue its address; empty for a web environment
 * @param deadLetterQueue its address; empty where the queue is not the environment's own
 */
record EnvironmentPlace(String cnamePrefix, int port, String queue, String deadLetterQueue) {
    EnvironmentPlace withPort(int next) {
        return new EnvironmentPlace(cnamePrefix, next, queue, deadLetterQueue);
    }

    EnvironmentPlace withQueues(String nextQueue, String nextDeadLetterQueue) {
        return new EnvironmentPlace(cnamePrefix, port, nextQueue, nextDeadLetterQueue);
    }

    /** Reached where the other was. */
    EnvironmentPlace withAddressOf(EnvironmentPlace other) {
        return new EnvironmentPlace(other.cnamePrefix, other.port, queue, deadLetterQueue);
    }
}
