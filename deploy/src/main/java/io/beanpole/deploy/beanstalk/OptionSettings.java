package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.spec.OptionName;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationSettingsDescription;

/** The option settings that Elastic Beanstalk tells of an environment or a saved configuration. */
public final class OptionSettings {
    private OptionSettings() {}

    /** Those of an environment, as they are in force. */
    public static SortedMap<OptionName, String> read(
            ElasticBeanstalkClient beanstalk, String application, String environmentName) {
        return of(AwsCall.to(
                        "read the option settings of " + environmentName,
                        () -> beanstalk.describeConfigurationSettings(
                                request -> request.applicationName(application).environmentName(environmentName)))
                .configurationSettings());
    }

    /** By their names; an option without a value is empty. */
    public static SortedMap<OptionName, String> of(List<ConfigurationSettingsDescription> descriptions) {
        var settings = new TreeMap<OptionName, String>();
        descriptions.forEach(description -> description
                .optionSettings()
                .forEach(option -> settings.put(
                        new OptionName(option.namespace(), option.optionName()),
                        Objects.requireNonNullElse(option.value(), ""))));
        return settings;
    }
}
