package io.beanpole.deploy.scaling.file;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.util.Map;

/** What {@code option_settings} say of a group, with Elastic Beanstalk's defaults (reference 3.7). */
record GroupOptions(Map<String, String> options) {
    private static final String NAMESPACE = "aws:autoscaling:asg";

    GroupOptions {
        options = Map.copyOf(options);
    }

    int minimum() {
        return (int) number(NAMESPACE, "MinSize", 1);
    }

    int maximum() {
        return (int) number(NAMESPACE, "MaxSize", 4);
    }

    Duration cooldown() {
        return Duration.ofSeconds(
                (long) number(NAMESPACE, "Cooldown", ScalingDesign.ELASTIC_BEANSTALK_COOLDOWN.toSeconds()));
    }

    String text(String namespace, String option, String otherwise) {
        return options.getOrDefault(namespace + " " + option, otherwise);
    }

    double number(String namespace, String option, double otherwise) {
        String text = options.get(namespace + " " + option);
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DeployException(
                    "The option " + option + " of " + namespace + " is '" + text + "', which is no number.");
        }
    }
}
