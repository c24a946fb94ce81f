package io.beanpole.cloud.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionDefaults;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionPrecedenceTest {
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";

    @Test
    void theApiBeatsExtensionsAndTheyBeatDefaults() {
        OptionSettings settings = new OptionSettings(List.of(
                OptionDefaults.of(EnvironmentTierName.WORKER),
                Map.of(SQSD, Map.of("MaxRetries", "3", "HttpPath", "/file")),
                Map.of(SQSD, Map.of("MaxRetries", "5"))));

        assertThat(settings.number(SQSD, "MaxRetries", 0)).isEqualTo(5);
        assertThat(settings.text(SQSD, "HttpPath")).contains("/file");
        assertThat(settings.number(SQSD, "InactivityTimeout", 0)).isEqualTo(299);
        assertThat(settings.text(SQSD, "ErrorVisibilityTimeout")).isEmpty();
    }
}
