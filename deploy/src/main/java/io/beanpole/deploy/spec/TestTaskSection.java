package io.beanpole.deploy.spec;

import io.beanpole.deploy.spec.TestTaskSpec.AnswerFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The section of deployment.yml that describes a test task; an application may have none. */
final class TestTaskSection {
    private final Map<String, EnvironmentSpec> environments;

    TestTaskSection(Map<String, EnvironmentSpec> environments) {
        this.environments = environments;
    }

    Optional<TestTaskSpec> read(SpecNode top) {
        return top.child("testTask").map(this::testTask);
    }

    private TestTaskSpec testTask(SpecNode node) {
        node.knowing("environment", "url", "path", "statusPath", "headers", "body", "fields", "endStates");
        var environment = environments.get(node.text("environment"));
        if (environment == null || environment.tier() != Tier.WEB) {
            throw node.wrongValue(
                    "environment", "must name a web environment, which '" + node.text("environment") + "' is not");
        }
        var endStates = Set.copyOf(node.list("endStates"));
        if (endStates.isEmpty()) {
            throw node.wrongValue("endStates", "must list the states after which nothing more happens");
        }
        var statusPath = path(node, "statusPath");
        if (!Placeholders.asked(statusPath, "id").contains("")) {
            throw node.wrongValue("statusPath", "must hold ${id}, which stands for the task's id");
        }
        return new TestTaskSpec(
                environment.name(),
                url(node),
                path(node, "path"),
                statusPath,
                node.texts("headers"),
                node.text("body"),
                fields(node.child("fields").orElseThrow(() -> node.wrongValue("fields", "is missing"))),
                endStates);
    }

    private static Optional<String> url(SpecNode node) {
        var url = node.optionalText("url");
        if (url.filter(text -> !text.matches("https?://.+")).isPresent()) {
            throw node.wrongValue("url", "must begin with https:// or http://, but is '" + url.get() + "'");
        }
        return url;
    }

    private static AnswerFields fields(SpecNode node) {
        node.knowing("id", "state", "submittedAt", "startedAt");
        return new AnswerFields(
                path(node, "id"), path(node, "state"), path(node, "submittedAt"), path(node, "startedAt"));
    }

    /** A path on a server and a JSON pointer have that in common. */
    private static String path(SpecNode node, String key) {
        var path = node.text(key);
        if (!path.startsWith("/")) {
            throw node.wrongValue(key, "must begin with '/', but is '" + path + "'");
        }
        return path;
    }
}
