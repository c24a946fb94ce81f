package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import java.time.Instant;
import java.util.Map;

/**
 * What is kept of an environment. {@code version} is the one that was deployed last with success; {@code settings} are
 * those of the API only, by namespace and name; {@code queue} is empty for a web environment.
 */
record EnvironmentRecord(
        String id,
        String name,
        String application,
        EnvironmentTierName tier,
        String description,
        String solutionStack,
        String version,
        String status,
        Map<String, Map<String, String>> settings,
        String cnamePrefix,
        String queue,
        String deadLetterQueue,
        long deploymentId,
        int port,
        Instant created,
        Instant updated) {

    boolean isWorker() {
        return tier == EnvironmentTierName.WORKER;
    }

    boolean isTerminated() {
        return status.equals("Terminated");
    }

    EnvironmentRecord withStatus(String next, Instant at) {
        return new EnvironmentRecord(
                id,
                name,
                application,
                tier,
                description,
                solutionStack,
                version,
                next,
                settings,
                cnamePrefix,
                queue,
                deadLetterQueue,
                deploymentId,
                port,
                created,
                at);
    }

    EnvironmentRecord withVersion(String next) {
        return new EnvironmentRecord(
                id,
                name,
                application,
                tier,
                description,
                solutionStack,
                next,
                status,
                settings,
                cnamePrefix,
                queue,
                deadLetterQueue,
                deploymentId,
                port,
                created,
                updated);
    }

    EnvironmentRecord withSettings(Map<String, Map<String, String>> next) {
        return new EnvironmentRecord(
                id,
                name,
                application,
                tier,
                description,
                solutionStack,
                version,
                status,
                next,
                cnamePrefix,
                queue,
                deadLetterQueue,
                deploymentId,
                port,
                created,
                updated);
    }

    EnvironmentRecord withQueues(String nextQueue, String nextDeadLetterQueue) {
        return new EnvironmentRecord(
                id,
                name,
                application,
                tier,
                description,
                solutionStack,
                version,
                status,
                settings,
                cnamePrefix,
                nextQueue,
                nextDeadLetterQueue,
                deploymentId,
                port,
                created,
                updated);
    }

    EnvironmentRecord withDeploymentId(long next) {
        return new EnvironmentRecord(
                id,
                name,
                application,
                tier,
                description,
                solutionStack,
                version,
                status,
                settings,
                cnamePrefix,
                queue,
                deadLetterQueue,
                next,
                port,
                created,
                updated);
    }

    EnvironmentRecord withPort(int next) {
        return new EnvironmentRecord(
                id,
                name,
                application,
                tier,
                description,
                solutionStack,
                version,
                status,
                settings,
                cnamePrefix,
                queue,
                deadLetterQueue,
                deploymentId,
                next,
                created,
                updated);
    }

    EnvironmentRecord withDescription(String next) {
        return new EnvironmentRecord(
                id,
                name,
                application,
                tier,
                next,
                solutionStack,
                version,
                status,
                settings,
                cnamePrefix,
                queue,
                deadLetterQueue,
                deploymentId,
                port,
                created,
                updated);
    }
}
