package io.beanpole.cloud.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Single values as text, for the protocols that are text. */
final class Scalars {
    private Scalars() {}

    static Object parse(SdkField<?> field, String text) {
        try {
            return switch (field.marshallingType().getKnownType()) {
                case STRING -> text;
                case INTEGER -> Integer.valueOf(text.strip());
                case LONG -> Long.valueOf(text.strip());
                case SHORT -> Short.valueOf(text.strip());
                case BYTE -> Byte.valueOf(text.strip());
                case FLOAT -> Float.valueOf(text.strip());
                case DOUBLE -> Double.valueOf(text.strip());
                case BIG_DECIMAL -> new BigDecimal(text.strip());
                case BOOLEAN -> bool(text.strip());
                case INSTANT -> Timestamps.parse(text.strip(), Timestamps.formatOf(field, Format.ISO_8601));
                case SDK_BYTES ->
                    SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text.strip()));
                default -> throw malformed(text, "a structure", null);
            };
        } catch (NumberFormatException e) {
            throw malformed(text, "a number for " + field.memberName(), e);
        } catch (IllegalArgumentException e) {
            throw malformed(text, "base64 for " + field.memberName(), e);
        }
    }

    static String text(SdkField<?> field, Object value) {
        if (value instanceof Instant instant) {
            return Timestamps.text(instant, Timestamps.formatOf(field, Format.ISO_8601));
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static AwsError malformed(String text, String expected, @Nullable Throwable cause) {
        return new AwsError("MalformedInput", 400, "'" + text + "' is not " + expected + ".", cause);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(text, "true or false", null);
        };
    }
}
