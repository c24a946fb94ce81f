package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.LocalCloudOptions.UsageException;
import io.beanpole.cloud.sqsd.FailureProfile;
import io.beanpole.cloud.sqsd.Prefetch;
import io.beanpole.cloud.sqsd.ProxyStage;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
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
                        Path.of("/tmp/some"), 4566, 4510, 8080, "auto", false, Behaviour.AS_ON_AWS));
    }

    @Test
    void everythingInWhichALaptopMayDifferIsAnOption() {
        List<String> line = List.of(("--data /d --metric-interval 10 --speed 60 --sqsd-profile docs --platform-proxy on"
                        + " --sqsd-prefetch as-on-aws --sqsd-error-visibility-after-timeouts on --queue-metric-sleep off")
                .split(" "));

        assertThat(LocalCloudOptions.parse(line).behaviour())
                .isEqualTo(new Behaviour(
                        Duration.ofSeconds(10),
                        new Pace(60),
                        new SqsdBehaviour(FailureProfile.DOCUMENTED, true, Prefetch.AS_ON_AWS, ProxyStage.NGINX),
                        false));
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
                "--data d --speed 0.5|--speed must be a factor from 1 (as AWS) to 9999, not '0.5'",
                "--data d --sqsd-profile 4|--sqsd-profile must be one of 2.x, 3.0.5-measured, docs, not '4'",
                "--data d --sqsd-prefetch some|--sqsd-prefetch must be one of as-on-aws, guarded, off, not 'some'",
                "--data d --platform-proxy yes|--platform-proxy must be one of off, on, not 'yes'",
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
