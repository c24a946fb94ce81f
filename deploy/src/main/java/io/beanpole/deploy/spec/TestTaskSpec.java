package io.beanpole.deploy.spec;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a test task is submitted, the way the application's users do it: over HTTP to a web environment.
 *
 * @param environment the web environment, by its name in deployment.yml
 * @param url where the environment is reached on AWS, if not at https and its own name; may hold placeholders
 * @param path where a task is POSTed to
 * @param statusPath where its state is read; {@code ${id}} stands for the task's id
 * @param headers of both requests; may hold placeholders
 * @param body of the POST; {@code ${lane}} stands for the lane's name
 * @param fields where the answers keep what we want to know
 * @param endStates the states after which nothing more happens
 */
public record TestTaskSpec(
        String environment,
        Optional<String> url,
        String path,
        String statusPath,
        Map<String, String> headers,
        String body,
        AnswerFields fields,
        Set<String> endStates) {
    /**
     * Where an answer, which is JSON, keeps what we want to know; each is a JSON pointer (RFC 6901).
     *
     * @param submittedAt a time in ISO 8601, as is {@code startedAt}
     */
    public record AnswerFields(String id, String state, String submittedAt, String startedAt) {}
}
