package io.beanpole.cloud.beanstalk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is kept of an environment, in four groups that change for different reasons; in the file they stand side by
 * side.
 */
record EnvironmentRecord(
        @JsonUnwrapped EnvironmentIdentity identity,
        @JsonUnwrapped EnvironmentConfiguration configuration,
        @JsonUnwrapped EnvironmentPlace place,
        @JsonUnwrapped EnvironmentProgress progress) {

    String id() {
        return identity.id();
    }

    String name() {
        return identity.name();
    }

    String application() {
        return identity.application();
    }

    EnvironmentTierName tier() {
        return identity.tier();
    }

    Instant created() {
        return identity.created();
    }

    boolean isWorker() {
        return tier() == EnvironmentTierName.WORKER;
    }

    String description() {
        return configuration.description();
    }

    String solutionStack() {
        return configuration.solutionStack();
    }

    /** Those of the API only, by namespace and name. */
    Map<String, Map<String, String>> settings() {
        return configuration.settings();
    }

    String cnamePrefix() {
        return place.cnamePrefix();
    }

    int port() {
        return place.port();
    }

    String queue() {
        return place.queue();
    }

    String deadLetterQueue() {
        return place.deadLetterQueue();
    }

    /** The one that was deployed last with success. */
    String version() {
        return progress.version();
    }

    String status() {
        return progress.status();
    }

    long deploymentId() {
        return progress.deploymentId();
    }

    Instant updated() {
        return progress.updated();
    }

    boolean isTerminated() {
        return status().equals("Terminated");
    }

    EnvironmentRecord withStatus(String next, Instant at) {
        return withProgress(progress.withStatus(next, at));
    }

    EnvironmentRecord withVersion(String next) {
        return withProgress(progress.withVersion(next));
    }

    EnvironmentRecord withDeploymentId(long next) {
        return withProgress(progress.withDeploymentId(next));
    }

    EnvironmentRecord withUnderway(Underway next) {
        return withProgress(progress.withUnderway(next));
    }

    EnvironmentRecord withProgress(EnvironmentProgress next) {
        return new EnvironmentRecord(identity, configuration, place, next);
    }

    EnvironmentRecord withQueues(String queue, String deadLetterQueue) {
        return withPlace(place.withQueues(queue, deadLetterQueue));
    }

    EnvironmentRecord withPort(int next) {
        return withPlace(place.withPort(next));
    }

    EnvironmentRecord withPlace(EnvironmentPlace next) {
        return new EnvironmentRecord(identity, configuration, next, progress);
    }

    EnvironmentRecord withSettings(Map<String, Map<String, String>> next) {
        return configured(known -> known.withSettings(next));
    }

    EnvironmentRecord withDescription(String next) {
        return configured(known -> known.withDescription(next));
    }

    /** With what people say about it changed. */
    EnvironmentRecord configured(UnaryOperator<EnvironmentConfiguration> change) {
        return new EnvironmentRecord(identity, change.apply(configuration), place, progress);
    }
}
