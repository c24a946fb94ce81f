package io.beanpole.deploy.release;

import io.beanpole.deploy.spec.OptionName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an environment's option settings say of its instances.
 *
 * @param types that it may start, as t3.small; none where the settings leave that to Elastic Beanstalk
 * @param profile their instance profile, an empty text for none; empty where the settings don't say
 */
public record InstanceOptions(List<String> types, Optional<String> profile) {
    private static final OptionName TYPES = new OptionName("aws:ec2:instances", "InstanceTypes");
    private static final OptionName TYPE = new OptionName("aws:autoscaling:launchconfiguration", "InstanceType");
    private static final OptionName PROFILE =
            new OptionName("aws:autoscaling:launchconfiguration", "IamInstanceProfile");

    /** Reads them; the list of types wins over the older option with one. */
    public static InstanceOptions of(Map<OptionName, String> settings) {
        var types = settings.getOrDefault(TYPES, settings.getOrDefault(TYPE, ""));
        return new InstanceOptions(
                Arrays.stream(types.split(","))
                        .map(String::strip)
                        .filter(type -> !type.isEmpty())
                        .toList(),
                Optional.ofNullable(settings.get(PROFILE)));
    }
}
