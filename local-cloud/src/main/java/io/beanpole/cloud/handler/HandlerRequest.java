package io.beanpole.cloud.handler;

import io.beanpole.cloud.sqsd.periodic.CronFile;
import io.beanpole.cloud.sqsd.periodic.PeriodicTask;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a developer asks for.
 *
 * @param target scheme, host and port of the application
 * @param path where it is POSTed to
 * @param queue the queue's name; it is created unless it is there
 * @param options those of {@code aws:elasticbeanstalk:sqsd}, by name
 * @param tasks those of a cron.yaml
 */
record HandlerRequest(URI target, String path, String queue, Map<String, String> options, List<PeriodicTask> tasks) {
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,60}(\\.fifo)?");
    private static final Set<String> KEYS = Set.of("url", "queue", "path", "options", "cron");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads {@code {"url": "http://127.0.0.1:8080", "queue": "jobs", "path": "/", "options": {...}, "cron": "..."}}. */
    static HandlerRequest parse(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new HandlerException("The request is not JSON: " + e.getOriginalMessage() + ".", e);
        }
        if (!root.isObject() || !KEYS.containsAll(root.propertyNames())) {
            throw new HandlerException(
                    "The request must be a JSON object with url, and may have queue, path, options and"
                            + " cron; other keys are unknown.");
        }
        URI url = url(root.path("url").asString(""));
        String queue = root.path("queue").asString("handler");
        if (!QUEUE.matcher(queue).matches()) {
            throw new HandlerException("'" + queue + "' is no name of a queue: use up to 60 letters, digits, - and _.");
        }
        String inUrl = url.getRawPath() == null ? "" : url.getRawPath();
        String path = root.path("path").asString(inUrl.isEmpty() ? "/" : inUrl);
        if (!path.matches("/[!-~]{0,1000}")) {
            throw new HandlerException("'" + path + "' is no path: it must begin with / and have no spaces.");
        }
        Map<String, String> options = new LinkedHashMap<>();
        root.path("options")
                .properties()
                .forEach(each -> options.put(each.getKey(), each.getValue().asString("")));
        return new HandlerRequest(
                URI.create("http://" + url.getHost() + ":" + (url.getPort() < 0 ? 80 : url.getPort())),
                path,
                queue,
                Map.copyOf(options),
                tasks(root.path("cron").asString(""), queue));
    }

    private static List<PeriodicTask> tasks(String cron, String queue) {
        List<PeriodicTask> tasks = cron.isEmpty() ? List.of() : CronFile.parse(cron);
        if (!tasks.isEmpty() && queue.endsWith(".fifo")) {
            throw new HandlerException("A FIFO queue takes no periodic tasks: the daemon sends no message group id. Use"
                    + " another queue, or no cron.yaml.");
        }
        return tasks;
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text.contains("://") ? text : "http://" + text);
            if (!"http".equals(url.getScheme()) || url.getHost() == null || url.getRawQuery() != null) {
                throw new HandlerException(
                        "'" + text + "' is no address of a handler: the daemon speaks plain HTTP only,"
                                + " so give http://HOST:PORT and a path if it has one.");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new HandlerException("'" + text + "' is no URL: " + e.getReason() + ".", e);
        }
    }
}
