package io.beanpole.cloud.stack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a resource's properties into a request of the SDK: CloudFormation's property names are the request's field names
 * on the wire, so the SDK's own description of its fields is the whole mapping.
 */
final class SdkProperties {
    private SdkProperties() {}

    /** Refuses properties that the request doesn't have, at any depth; functions may stand anywhere. */
    static void check(SdkPojo model, ObjectNode properties, Set<String> besides) {
        check(model, properties, besides, "");
    }

    /** Gives the builder with all properties set; texts become numbers and the other way round where needed. */
    static <B extends SdkPojo> B fill(B builder, ObjectNode properties) {
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = properties.get(field.locationName());
            if (value != null && !value.isNull()) {
                field.set(builder, read(field, value, field.locationName()));
            }
        }
        return builder;
    }

    private static void check(SdkPojo model, JsonNode properties, Set<String> besides, String path) {
        Map<String, SdkField<?>> known = new LinkedHashMap<>();
        model.sdkFields().forEach(field -> known.put(field.locationName(), field));
        known.keySet().removeAll(besides);
        properties.properties().forEach(each -> {
            SdkField<?> field = known.get(each.getKey());
            if (field == null) {
                throw new StackException("Encountered unsupported property " + path + each.getKey());
            }
            check(field, each.getValue(), path + each.getKey());
        });
    }

    private static void check(SdkField<?> field, JsonNode value, String path) {
        if (Functions.isFunction(value)) {
            return;
        }
        switch (field.marshallingType().getKnownType()) {
            case LIST -> {
                SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
                value.forEach(each -> check(member, each, path));
            }
            case SDK_POJO -> check(field.constructor().get(), value, Set.of(), path + ".");
            default -> {}
        }
    }

    private static Object read(SdkField<?> field, JsonNode value, String path) {
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> list(field, value, path);
            case MAP -> map(field, value, path);
            case SDK_POJO -> {
                if (!(value instanceof ObjectNode object)) {
                    throw wrong(path, "a map", value);
                }
                yield ((Buildable) fill(field.constructor().get(), object)).build();
            }
            default -> {
                if (!value.isValueNode()) {
                    throw wrong(path, "a single value", value);
                }
                yield scalar(field, value, path);
            }
        };
    }

    private static List<Object> list(SdkField<?> field, JsonNode value, String path) {
        if (!value.isArray()) {
            throw wrong(path, "a list", value);
        }
        SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        List<Object> values = new ArrayList<>();
        value.forEach(each -> values.add(read(member, each, path)));
        return values;
    }

    private static Map<String, Object> map(SdkField<?> field, JsonNode value, String path) {
        if (!value.isObject()) {
            throw wrong(path, "a map", value);
        }
        SdkField<?> mapped = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> values = new LinkedHashMap<>();
        value.forEachEntry((key, each) -> values.put(key, read(mapped, each, path + "." + key)));
        return values;
    }

    private static Object scalar(SdkField<?> field, JsonNode value, String path) {
        String text = value.asString().strip();
        try {
            return switch (field.marshallingType().getKnownType()) {
                case STRING -> value.asString();
                case INTEGER -> new BigDecimal(text).intValueExact();
                case LONG -> new BigDecimal(text).longValueExact();
                case DOUBLE -> Double.valueOf(text);
                case FLOAT -> Float.valueOf(text);
                case BIG_DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> bool(text, path, value);
                case INSTANT -> Instant.parse(text);
                default -> throw wrong(path, "of a type that templates can hold", value);
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw new StackException("Value of property " + path + " must be a number, not '" + text + "'.", e);
        } catch (DateTimeParseException e) {
            throw new StackException("Value of property " + path + " must be a time, not '" + text + "'.", e);
        }
    }

    private static Boolean bool(String text, String path, JsonNode value) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(path, "true or false", value);
        };
    }

    private static StackException wrong(String path, String expected, JsonNode value) {
        return new StackException("Value of property " + path + " must be " + expected + ", not " + value + ".");
    }
}
