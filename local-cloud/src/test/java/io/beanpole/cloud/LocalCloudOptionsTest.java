package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.LocalCloudOptions.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalCloudOptionsTest {
    @Test
    void theUsualPortsAreTakenWhereNoneIsGiven() {
        LocalCloudOptions options = LocalCloudOptions.parse(List.of("--data", "/tmp/some"));

        assertThat(options)
                .isEqualTo(new LocalCloudOptions(
                        Path.of("/tmp/some"), 4566, 4510, 8080, "auto", false, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--data d --port 70000|--port must be a port from 0 to 65535, not '70000'",
                "--data d --port|The option --port needs a value",
                "--data --port|The option --data needs a value",
                "--data d --runtime vm|--runtime must be auto, podman, docker or host, not 'vm'",
                "--data d --metric-interval 0|--metric-interval must be a number of seconds from 1 to 300, not '0'",
                "--data d --metric-interval soon|--metric-interval must be a number of seconds",
                "--verbose yes|There is no option '--verbose'",
                "--port 1|--data is missing",
                "--ephemeral --data d|leave --data out"
            })
    void aWrongCommandLineSaysWhatIsWrongAndWhatIsRight(String line, String sentence) {
        assertThatThrownBy(() -> LocalCloudOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("Usage: LocalCloud");
    }
}
