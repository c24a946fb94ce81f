package io.beanpole.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkerPropertiesTest {
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "worker.bucket", "clips",
            "worker.work-directory", "/tmp/w",
            "worker.database.hostname", "db",
            "worker.database.name", "beanpole",
            "worker.database.username", "app",
            "worker.database.password", "secret-word"));

    @Test
    void theDefaultsAreEnough() {
        WorkerProperties properties = bound();

        assertThat(properties.maxReceives()).isEqualTo(10);
        assertThat(properties.topicArn()).isNull();
        assertThat(properties.endpoint()).isNull();
        assertThat(properties.database().url()).isEqualTo("jdbc:postgresql://db:5432/beanpole");
    }

    @Test
    void anEmptySettingIsNone() {
        settings.put("worker.topic-arn", "");
        settings.put("worker.endpoint", "");

        assertThat(bound().topicArn()).isNull();
        assertThat(bound().endpoint()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "worker.bucket, '', CLIP_BUCKET",
        "worker.max-receives, 0, WORKER_MAX_RECEIVES",
        "worker.renewal, 0s, WORKER_RENEWAL",
        "worker.lease, 2s, WORKER_LEASE",
        "worker.shutdown-grace, -1s, WORKER_SHUTDOWN_GRACE",
        "worker.topic-arn, my-topic, WORKER_TOPIC_ARN",
        "worker.ffmpeg, '', WORKER_FFMPEG",
        "worker.ffprobe, '', WORKER_FFPROBE",
        "worker.limits.time, 0s, WORKER_LIMITS_TIME",
        "worker.limits.input-bytes, 0, WORKER_LIMITS_INPUT_BYTES",
        "worker.database.hostname, '', RDS_HOSTNAME",
        "worker.database.port, 70000, RDS_PORT",
        "worker.database.name, '', RDS_DB_NAME",
        "worker.database.username, '', RDS_USERNAME"
    })
    void aWrongSettingIsRefusedInASentenceThatNamesItsKey(String key, String value, String name) {
        settings.put(key, value);

        assertThatThrownBy(this::bound)
                .rootCause()
                .isInstanceOf(WorkerException.class)
                .hasMessageStartingWith("The worker can't start: set " + name + " to ");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(bound().toString()).doesNotContain("secret-word");
    }

    private WorkerProperties bound() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("worker", WorkerProperties.class)
                .get();
    }
}
