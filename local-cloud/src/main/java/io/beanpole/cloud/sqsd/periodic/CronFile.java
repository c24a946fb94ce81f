package io.beanpole.cloud.sqsd.periodic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * cron.yaml, as strict as the daemon: an empty file, a missing or another version, a bad schedule or a bad path keep it
 * from starting, and the deployment fails [D][S2], reference 1.8. Only a name that comes twice is let through: the later
 * entry silently takes the place of the earlier [S2].
 */
public final class CronFile {
    /** Where it lies: at the root of the source bundle. */
    public static final String NAME = "cron.yaml";

    private static final int MOST_TASKS = 1_000;
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private CronFile() {}

    /** The tasks in the order of the file. */
    public static List<PeriodicTask> parse(String text) {
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JacksonException e) {
            throw wrong("it is not YAML: " + e.getOriginalMessage().replaceAll("\\s+", " "), e);
        }
        if (root.isMissingNode() || root.isNull() || text.isBlank()) {
            throw wrong("it is empty. Give it 'version: 1' and 'cron:' with a list of tasks, or leave it out");
        }
        if (!root.path("version").isIntegralNumber() || root.path("version").asInt(0) != 1) {
            throw wrong("'version' must be the number 1, the only version there is");
        }
        if (!root.path("cron").isArray() || root.path("cron").size() > MOST_TASKS) {
            throw wrong("'cron' must be a list of at most " + MOST_TASKS + " tasks with name, url and schedule");
        }
        Map<String, PeriodicTask> tasks = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode entry : root.path("cron")) {
            number++;
            PeriodicTask task = task(entry, number);
            tasks.put(task.name(), task);
        }
        return List.copyOf(tasks.values());
    }

    private static PeriodicTask task(JsonNode entry, int number) {
        String name = required(entry, "name", number);
        String path = required(entry, "url", number);
        String schedule = required(entry, "schedule", number);
        if (!name.matches("[^\\p{Cntrl}]{1,256}")) {
            throw wrong("the name of task " + number + " must have 1 to 256 characters in one line");
        }
        if (!path.matches("/[!-~]{0,1000}")) {
            throw wrong("the url of task '" + name + "', " + path + ", must be a path that begins with /");
        }
        try {
            return new PeriodicTask(name, path, CronSchedule.parse(schedule));
        } catch (PeriodicException e) {
            throw wrong("the schedule of task '" + name + "': " + e.getMessage(), e);
        }
    }

    private static String required(JsonNode entry, String key, int number) {
        JsonNode value = entry.path(key);
        if (!value.isValueNode() || value.isNull() || value.asString("").isBlank()) {
            throw wrong("task " + number + " has no '" + key + "'; every task needs name, url and schedule");
        }
        return value.asString();
    }

    private static PeriodicException wrong(String why) {
        return new PeriodicException("The file " + NAME + " can't be loaded: " + ended(why));
    }

    private static PeriodicException wrong(String why, Exception cause) {
        return new PeriodicException("The file " + NAME + " can't be loaded: " + ended(why), cause);
    }

    private static String ended(String why) {
        return why.endsWith(".") ? why : why + ".";
    }
}
