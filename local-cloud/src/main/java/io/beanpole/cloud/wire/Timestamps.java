package io.beanpole.cloud.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.utils.DateUtils;

/** The formats of times on the wire: the protocol has one, and the model may set another for a field. */
final class Timestamps {
    private Timestamps() {}

    static Format formatOf(SdkField<?> field, Format otherwise) {
        return field.getOptionalTrait(TimestampFormatTrait.class)
                .map(TimestampFormatTrait::format)
                .orElse(otherwise);
    }

    static Instant parse(String text, Format format) {
        try {
            return switch (format) {
                case ISO_8601 -> OffsetDateTime.parse(text).toInstant();
                case RFC_822 -> DateUtils.parseRfc822Date(text);
                case UNIX_TIMESTAMP -> DateUtils.parseUnixTimestampInstant(text);
                case UNIX_TIMESTAMP_MILLIS -> DateUtils.parseUnixTimestampMillisInstant(text);
                default -> throw new AwsError("SerializationException", 400, "Unknown timestamp format " + format);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw Scalars.malformed(text, "a timestamp", e);
        }
    }

    static String text(Instant instant, Format format) {
        return switch (format) {
            case RFC_822 ->
                DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US).format(instant.atOffset(ZoneOffset.UTC));
            case UNIX_TIMESTAMP -> DateUtils.formatUnixTimestampInstant(instant);
            case UNIX_TIMESTAMP_MILLIS -> Long.toString(instant.toEpochMilli());
            default -> DateUtils.formatIso8601Date(instant);
        };
    }
}
