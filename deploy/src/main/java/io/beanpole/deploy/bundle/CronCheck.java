package io.beanpole.deploy.bundle;

import io.beanpole.deploy.DeployException;
import java.util.HashSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A look at periodic tasks before the daemon takes one: it ends at start over a file that it can't read, and the
 * deployment fails on every instance (shared reference 1.8 [D][S2]).
 */
final class CronCheck {
    private static final int FIELDS = 5;
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final String source;

    private CronCheck(String source) {
        this.source = source;
    }

    /** Complains in a sentence about the first thing that the daemon would end over. */
    static void of(String source, String text) {
        try {
            new CronCheck(source).check(YAML.readTree(text));
        } catch (JacksonException e) {
            throw new DeployException(source + " is no readable YAML: " + e.getOriginalMessage(), e);
        }
    }

    private void check(JsonNode root) {
        if (root.path("version").asInt(0) != 1) {
            throw wrong("must say 'version: 1', the only one there is");
        }
        var tasks = root.path("cron");
        if (!tasks.isArray() || tasks.isEmpty()) {
            throw wrong("has no list 'cron' of tasks");
        }
        var names = new HashSet<String>();
        for (var task : tasks) {
            var name = task.path("name").asString("");
            if (name.isEmpty() || !names.add(name)) {
                throw wrong("has a task without a name, or two of one name, of which the daemon would drop one");
            }
            if (!task.path("url").asString("").startsWith("/")) {
                throw wrong("needs a url for " + name + " that begins with /");
            }
            if (task.path("schedule").asString("").strip().split("\\s+").length != FIELDS) {
                throw wrong("needs a schedule of five fields for " + name + ", as in \"0 2 * * *\"; times are UTC");
            }
        }
    }

    private DeployException wrong(String what) {
        return new DeployException(source + " " + what + ".", "The daemon would not start with it.");
    }
}
