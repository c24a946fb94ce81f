package io.beanpole.deploy.action;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that somebody did to an environment or its queues, as it is kept in S3.
 *
 * @param id sorts by time
 * @param actor the caller's ARN as STS tells it
 * @param action the command's words: "dlq redrive", "swap", "versions prune"
 * @param message one sentence on what came of it
 * @param details what is needed to follow it up: counts, rates, names, snapshot files
 */
public record ActionRecord(
        String id,
        String application,
        String environmentName,
        String actor,
        Instant at,
        String action,
        String message,
        Map<String, String> details) {}
