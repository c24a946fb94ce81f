package io.beanpole.deploy.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({"90s, PT90S", "15m, PT15M", "6h, PT6H", "2d, P2D"})
    void aStretchIsANumberAndAUnit(String text, Duration stretch) {
        assertThat(Times.stretch(text)).isEqualTo(stretch);
    }

    @Test
    void anotherStretchIsRefusedWithASentence() {
        assertThatThrownBy(() -> Times.stretch("1 hour"))
                .isInstanceOf(DeployException.class)
                .hasMessage("'1 hour' is no stretch of time.");
    }

    @ParameterizedTest
    @CsvSource({"PT45S, 45 s", "PT200S, 3 min 20 s", "PT7500S, 2 h 5 min"})
    void aDurationIsToldInItsTwoLargestUnits(Duration duration, String words) {
        assertThat(Times.words(duration)).isEqualTo(words);
    }
}
