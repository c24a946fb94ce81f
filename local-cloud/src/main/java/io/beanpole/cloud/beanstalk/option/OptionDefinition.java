package io.beanpole.cloud.beanstalk.option;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What AWS says of an option in DescribeConfigurationOptions; what it doesn't say is null or empty.
 *
 * @param namespace the part behind the last colon is {@code *} where people name it
 * @param name {@code *} where people name it
 * @param valueType AWS's word, as in {@code Scalar}
 * @param valueOptions the only values there are; empty for any
 * @param regexLabel the regular expression in words
 * @param unserved why it has no effect on the local cloud; null for one that has
 */
public record OptionDefinition(
        String namespace,
        String name,
        @Nullable String defaultValue,
        ChangeSeverity severity,
        String valueType,
        List<String> valueOptions,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable Integer maxLength,
        @Nullable String regex,
        @Nullable String regexLabel,
        @Nullable String unserved) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Whether people name the option themselves, as they do with environment properties. */
    public boolean isNamedByUser() {
        return name.equals("*");
    }

    /** What is wrong with the value, as a sentence without its beginning [I: AWS's own wording isn't documented]. */
    Optional<String> fault(String value) {
        if (value.isEmpty() && defaultValue == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(faultOfForm(value));
    }

    private @Nullable String faultOfForm(String value) {
        if (min != null || max != null) {
            return isInRange(value) ? null : "Value must be a number " + range() + ".";
        }
        if (!valueOptions.isEmpty() && !valueType.equals("List") && !valueOptions.contains(value)) {
            return "Value must be one of: " + String.join(", ", valueOptions) + ".";
        }
        if (valueType.equals("Boolean") && !value.equals("true") && !value.equals("false")) {
            return "Value must be true or false.";
        }
        if (maxLength != null && value.length() > maxLength) {
            return "Value must have at most " + maxLength + " characters.";
        }
        if (regex != null && !value.matches(regex)) {
            return "Value must be " + regexLabel + ".";
        }
        return valueType.equals("Json") && !isJson(value) ? "Value must be JSON." : null;
    }

    private boolean isInRange(String value) {
        if (!value.matches("-?[0-9]{1,15}")) {
            return false;
        }
        long number = Long.parseLong(value);
        return (min == null || number >= min) && (max == null || number <= max);
    }

    private String range() {
        if (max == null) {
            return "of at least " + min;
        }
        return min == null ? "of at most " + max : "from " + min + " to " + max;
    }

    private static boolean isJson(String value) {
        try {
            return JSON.readTree(value).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
