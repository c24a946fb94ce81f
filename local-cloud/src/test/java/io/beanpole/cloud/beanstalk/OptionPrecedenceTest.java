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
    void whatIsNoNumberIsAsIfItWereNotSet() {
        OptionSettings settings =
                new OptionSettings(List.of(Map.of(SQSD, Map.of("HttpConnections", "lots", "MaxRetries", "-1"))));

        assertThat(settings.number(SQSD, "HttpConnections", 50)).isEqualTo(50);
        assertThat(settings.number(SQSD, "MaxRetries", 10)).isEqualTo(10);
    }

    @Test
    void aSingleInstanceIsOneWhateverTheBoundsSay() {
        OptionSettings settings = new OptionSettings(List.of(
                Map.of("aws:autoscaling:asg", Map.of("MinSize", "2", "MaxSize", "6")),
                Map.of("aws:elasticbeanstalk:environment", Map.of("EnvironmentType", "SingleInstance"))));

        assertThat(settings.number("aws:autoscaling:asg", "MinSize", 0)).isEqualTo(1);
        assertThat(settings.number("aws:autoscaling:asg", "MaxSize", 0)).isEqualTo(1);
    }

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
