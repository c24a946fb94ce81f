package io.beanpole.worker;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are bound at start. */
public final class TestSettings {
    private TestSettings() {}

    /** Gives the defaults with some settings, as {@code key=value}. */
    public static WorkerProperties with(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "worker.bucket", TestBucket.NAME,
                "worker.work-directory", "/tmp/beanpole-worker-test",
                "worker.database.hostname", "127.0.0.1",
                "worker.database.name", "postgres",
                "worker.database.username", "postgres"));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("worker", WorkerProperties.class)
                .get();
    }
}
