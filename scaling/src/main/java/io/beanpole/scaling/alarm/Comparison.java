package io.beanpole.scaling.alarm;

import java.util.Arrays;
import java.util.Optional;

/** When a value breaches a threshold. */
public enum Comparison {
    GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", "greater than or equal to"),
    GREATER("GreaterThanThreshold", "greater than"),
    LESS("LessThanThreshold", "less than"),
    LESS_OR_EQUAL("LessThanOrEqualToThreshold", "less than or equal to");

    private final String awsName;
    private final String words;

    Comparison(String awsName, String words) {
        this.awsName = awsName;
        this.words = words;
    }

    /** The comparison that CloudWatch names so; empty for those with a band instead of a threshold. */
    public static Optional<Comparison> named(String awsName) {
        return Arrays.stream(values())
                .filter(each -> each.awsName.equals(awsName))
                .findFirst();
    }

    public String awsName() {
        return awsName;
    }

    String words() {
        return words;
    }

    public boolean breaches(double value, double threshold) {
        return switch (this) {
            case GREATER_OR_EQUAL -> value >= threshold;
            case GREATER -> value > threshold;
            case LESS -> value < threshold;
            case LESS_OR_EQUAL -> value <= threshold;
        };
    }
}
