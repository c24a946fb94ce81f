package io.beanpole.cloud.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORGenerator;

/** A body of JSON or CBOR: Jackson reads and writes both alike, save for times and bytes. */
final class TreeBody {
    /** The CBOR tag of a time in seconds since the epoch. */
    private static final int EPOCH_TAG = 1;

    private TreeBody() {}

    static void readInto(SdkPojo builder, JsonNode node) {
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode child = node.get(field.locationName());
            if (child != null && !child.isNull()) {
                field.set(builder, read(field, child));
            }
        }
    }

    private static Object read(SdkField<?> field, JsonNode node) {
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> list(field, node);
            case MAP -> map(field, node);
            case SDK_POJO -> {
                expect(node.isObject(), field, node);
                SdkPojo builder = field.constructor().get();
                readInto(builder, node);
                yield ModelClasses.built(builder);
            }
            case INSTANT -> instant(field, node);
            case SDK_BYTES -> bytes(field, node);
            default -> {
                expect(node.isValueNode(), field, node);
                yield Scalars.parse(field, node.asString());
            }
        };
    }

    private static List<Object> list(SdkField<?> field, JsonNode node) {
        expect(node.isArray(), field, node);
        SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        List<Object> values = new ArrayList<>();
        node.forEach(each -> values.add(read(member, each)));
        return values;
    }

    private static Map<String, Object> map(SdkField<?> field, JsonNode node) {
        expect(node.isObject(), field, node);
        SdkField<?> mapped = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> values = new LinkedHashMap<>();
        node.forEachEntry((key, value) -> values.put(key, read(mapped, value)));
        return values;
    }

    private static Instant instant(SdkField<?> field, JsonNode node) {
        if (node.isNumber() && Timestamps.formatOf(field, Format.UNIX_TIMESTAMP) != Format.UNIX_TIMESTAMP_MILLIS) {
            return Instant.ofEpochMilli(node.decimalValue()
                    .movePointRight(3)
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .longValue());
        }
        return Timestamps.parse(node.asString(), Timestamps.formatOf(field, Format.UNIX_TIMESTAMP));
    }

    private static SdkBytes bytes(SdkField<?> field, JsonNode node) {
        expect(node.isBinary() || node.isString(), field, node);
        return node.isBinary()
                ? SdkBytes.fromByteArrayUnsafe(node.binaryValue())
                : (SdkBytes) Scalars.parse(field, node.asString());
    }

    private static void expect(boolean fits, SdkField<?> field, JsonNode node) {
        if (!fits) {
            throw new AwsError(
                    "SerializationException",
                    400,
                    field.memberName() + " cannot be read from " + node.getNodeType() + ".");
        }
    }

    static void write(JsonGenerator out, SdkPojo pojo) {
        out.writeStartObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                out.writeName(field.locationName());
                write(out, field, value);
            }
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, SdkField<?> field, Object value) {
        switch (field.marshallingType().getKnownType()) {
            case LIST -> {
                SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
                out.writeStartArray();
                ((List<?>) value).forEach(each -> write(out, member, each));
                out.writeEndArray();
            }
            case MAP -> {
                SdkField<?> mapped = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
                out.writeStartObject();
                ((Map<?, ?>) value).forEach((key, each) -> {
                    out.writeName(key.toString());
                    write(out, mapped, each);
                });
                out.writeEndObject();
            }
            case SDK_POJO -> write(out, (SdkPojo) value);
            case INSTANT -> instant(out, field, (Instant) value);
            case SDK_BYTES -> out.writeBinary(((SdkBytes) value).asByteArrayUnsafe());
            case STRING -> out.writeString(value.toString());
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case INTEGER, LONG, SHORT, BYTE -> out.writeNumber(((Number) value).longValue());
            case FLOAT -> out.writeNumber((Float) value);
            case DOUBLE -> out.writeNumber((Double) value);
            case BIG_DECIMAL -> out.writeNumber((BigDecimal) value);
            default ->
                throw new AwsError(
                        "InternalFailure",
                        500,
                        field.memberName() + " is of a type that this wire layer doesn't write.");
        }
    }

    private static void instant(JsonGenerator out, SdkField<?> field, Instant value) {
        if (out instanceof CBORGenerator cbor) {
            cbor.writeTag(EPOCH_TAG);
            out.writeNumber(value.toEpochMilli() / 1000.0);
            return;
        }
        Format format = Timestamps.formatOf(field, Format.UNIX_TIMESTAMP);
        switch (format) {
            case UNIX_TIMESTAMP -> out.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), 3));
            case UNIX_TIMESTAMP_MILLIS -> out.writeNumber(value.toEpochMilli());
            default -> out.writeString(Timestamps.text(value, format));
        }
    }
}
