package io.beanpole.cloud.beanstalk.log;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.beanpole.cloud.instance.RotatingLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The logs of an environment's instances over HTTP, for {@code ./beanpole logs ENV}:
 *
 * <ul>
 *   <li>{@code GET /_beanpole/logs/ENV} gives {@code [{"instance":"i-...","log":"app.log","size":123}, ...]};
 *   <li>{@code GET /_beanpole/logs/ENV/INSTANCE/LOG?offset=N} gives up to 256 KB of the text from byte N on, and the
 *       offset to go on from in the header {@code X-Next-Offset}. A negative N counts from the end; an offset beyond the
 *       end means that the log has rotated and gives it from its start.
 * </ul>
 */
public final class EnvironmentLogs implements HttpHandler {
    private static final String ROOT = "/_beanpole/logs/";
    private static final int MOST = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LoggedEnvironments environments;

    public EnvironmentLogs(LoggedEnvironments environments) {
        this.environments = environments;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            List<String> words = path.startsWith(ROOT)
                    ? List.of(path.substring(ROOT.length()).split("/"))
                    : List.of("");
            Optional<LoggedEnvironment> environment = environments.all().stream()
                    .filter(each -> each.name().equals(words.get(0)))
                    .findFirst();
            if (environment.isEmpty()) {
                send(exchange, 404, "text/plain", bytes("There is no environment called " + words.get(0) + ".\n"));
            } else if (words.size() == 3) {
                read(exchange, environment.get(), words.get(1), words.get(2));
            } else {
                send(exchange, 200, "application/json", JSON.writeValueAsBytes(listed(environment.get())));
            }
        }
    }

    private static List<Map<String, Object>> listed(LoggedEnvironment environment) throws IOException {
        List<Map<String, Object>> logs = new ArrayList<>();
        for (LoggedInstance instance : environment.instances()) {
            for (String name : LogFiles.names(instance.logs())) {
                Map<String, Object> log = new LinkedHashMap<>();
                log.put("instance", instance.id());
                log.put("log", name);
                log.put("size", Files.size(instance.logs().resolve(name)));
                logs.add(log);
            }
        }
        return logs;
    }

    private static void read(HttpExchange exchange, LoggedEnvironment environment, String instance, String name)
            throws IOException {
        Optional<Path> file = environment
                .instance(instance)
                .map(LoggedInstance::logs)
                .filter(directory -> LogFiles.names(directory).contains(name))
                .map(directory -> directory.resolve(name));
        if (file.isEmpty()) {
            send(exchange, 404, "text/plain", bytes("The instance " + instance + " has no log " + name + ".\n"));
            return;
        }
        long size = Files.size(file.get());
        long asked = offset(exchange.getRequestURI().getQuery());
        long from = asked < 0 ? Math.max(0, size + asked) : asked > size ? 0 : asked;
        byte[] text = RotatingLog.read(file.get(), from, MOST);
        exchange.getResponseHeaders().set("X-Next-Offset", String.valueOf(from + text.length));
        send(exchange, 200, "text/plain; charset=utf-8", text);
    }

    private static long offset(@Nullable String query) {
        String value = query == null ? "" : query.replaceAll("(^|.*&)offset=(-?[0-9]{1,15})(&.*|$)", "$2");
        return value.matches("-?[0-9]{1,15}") ? Long.parseLong(value) : 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
