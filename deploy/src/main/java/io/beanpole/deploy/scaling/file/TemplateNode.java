package io.beanpole.deploy.scaling.file;

import io.beanpole.deploy.DeployException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * A place in an option file, with the option settings that {@code Fn::GetOptionSetting} reads there (reference 4.4).
 *
 * @param path where it is, for sentences
 * @param options by "namespace option"
 */
record TemplateNode(String path, JsonNode json, Map<String, String> options) {
    private static final String CUSTOM = "aws:elasticbeanstalk:customoption";

    /** What lies below, which may be missing. */
    TemplateNode at(String name) {
        return new TemplateNode(path + "." + name, json.path(name), options);
    }

    boolean isThere() {
        return !json.isMissingNode() && !json.isNull() && !referred().equals("AWS::NoValue");
    }

    /** Each element of a list; a single value counts as a list of one. */
    List<TemplateNode> elements() {
        List<TemplateNode> elements = new ArrayList<>();
        if (json.isArray()) {
            for (JsonNode each : json) {
                elements.add(new TemplateNode(path + "[" + elements.size() + "]", each, options));
            }
        } else if (isThere()) {
            elements.add(this);
        }
        return elements;
    }

    /** The name of what it refers to with Ref or Fn::GetAtt; empty where it refers to nothing. */
    String referred() {
        JsonNode attribute = json.path("Fn::GetAtt");
        return attribute.isArray()
                ? attribute.path(0).asString("")
                : json.path("Ref").asString("");
    }

    /** Its text, as it stands there or as the option that it names; empty where it is something else. */
    Optional<String> text() {
        if (json.isValueNode() && !json.isNull()) {
            return Optional.of(json.asString(""));
        }
        JsonNode option = json.path("Fn::GetOptionSetting");
        if (option.isObject()) {
            String key = option.path("Namespace").asString(CUSTOM) + " "
                    + option.path("OptionName").asString("");
            String set = options.get(key);
            return set != null
                    ? Optional.of(set)
                    : Optional.ofNullable(option.path("DefaultValue").asString(null));
        }
        return Optional.empty();
    }

    /** Its text, which must be there. */
    String need() {
        return text().orElseThrow(() ->
                wrong("it must be given, as a text or a number or by Fn::GetOptionSetting with a" + " default"));
    }

    /** Its number; empty where nothing stands there. */
    OptionalDouble number() {
        if (!isThere()) {
            return OptionalDouble.empty();
        }
        String text = need();
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw wrong("'" + text + "' is no number");
        }
    }

    double needNumber() {
        return number().orElseThrow(() -> wrong("a number must be given"));
    }

    /** Its whole number, or another where nothing stands there. */
    int integer(int otherwise) {
        double number = number().orElse(otherwise);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong(number + " is no whole number");
        }
        return (int) number;
    }

    boolean isTrue(boolean otherwise) {
        return text().map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** What is wrong at this place. */
    DeployException wrong(String why) {
        return new DeployException("The scaling of an option file could not be read: at " + path + ", " + why + ".");
    }
}
