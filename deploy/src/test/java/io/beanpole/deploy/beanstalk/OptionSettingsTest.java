package io.beanpole.deploy.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.spec.OptionName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationSettingsDescription;

/** Option settings as Elastic Beanstalk tells them. */
class OptionSettingsTest {
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";

    @Test
    void anOptionWithoutAValueIsEmptyAndStillThere() {
        var told = ConfigurationSettingsDescription.builder()
                .optionSettings(option("HttpConnections", "2"), option("WorkerQueueURL", null))
                .build();

        assertThat(OptionSettings.of(List.of(told)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new OptionName(SQSD, "HttpConnections"), "2", new OptionName(SQSD, "WorkerQueueURL"), ""));
    }

    private static ConfigurationOptionSetting option(String name, @Nullable String value) {
        return ConfigurationOptionSetting.builder()
                .namespace(SQSD)
                .optionName(name)
                .value(value)
                .build();
    }
}
