package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;

/** How a version comes onto the instances (evidence: [D], reference 3.6). */
enum DeploymentPolicy {
    /** On all instances at once; the default of the API. */
    ALL_AT_ONCE,
    /** Batch by batch, each healthy before the next. */
    ROLLING,
    /** One that is not here yet and runs as Rolling. */
    AS_ROLLING;

    static DeploymentPolicy of(OptionSettings settings) {
        return switch (name(settings)) {
            case "AllAtOnce" -> ALL_AT_ONCE;
            case "Rolling" -> ROLLING;
            default -> AS_ROLLING;
        };
    }

    static String name(OptionSettings settings) {
        return settings.text(OptionName.COMMAND, "DeploymentPolicy").orElse("AllAtOnce");
    }
}
