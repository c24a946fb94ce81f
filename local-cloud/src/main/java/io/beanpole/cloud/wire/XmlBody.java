package io.beanpole.cloud.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** An XML answer of the query protocol, written from a model's fields. */
final class XmlBody {
    private final StringBuilder text = new StringBuilder(512);

    XmlBody open(String element) {
        text.append('<').append(element).append('>');
        return this;
    }

    XmlBody open(String element, String namespace) {
        text.append('<').append(element);
        if (!namespace.isEmpty()) {
            text.append(" xmlns=\"");
            escape(namespace);
            text.append('"');
        }
        text.append('>');
        return this;
    }

    XmlBody close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    XmlBody element(String name, String value) {
        open(name);
        escape(value);
        return close(name);
    }

    XmlBody fields(SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                write(field.unmarshallLocationName(), field, value);
            }
        }
        return this;
    }

    private void write(String name, SdkField<?> field, Object value) {
        switch (field.marshallingType().getKnownType()) {
            case LIST -> list(name, field.getRequiredTrait(ListTrait.class), (List<?>) value);
            case MAP -> map(name, field.getRequiredTrait(MapTrait.class), (Map<?, ?>) value);
            case SDK_POJO -> open(name).fields((SdkPojo) value).close(name);
            default -> element(name, Scalars.text(field, value));
        }
    }

    private void list(String name, ListTrait trait, List<?> values) {
        String wrapped = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
        if (!trait.isFlattened()) {
            open(name);
        }
        for (Object each : values) {
            write(trait.isFlattened() ? name : wrapped, trait.memberFieldInfo(), each);
        }
        if (!trait.isFlattened()) {
            close(name);
        }
    }

    private void map(String name, MapTrait trait, Map<?, ?> values) {
        String entry = trait.isFlattened() ? name : "entry";
        if (!trait.isFlattened()) {
            open(name);
        }
        values.forEach((key, value) -> {
            open(entry).element(trait.keyLocationName(), key.toString());
            write(trait.valueLocationName(), trait.valueFieldInfo(), value);
            close(entry);
        });
        if (!trait.isFlattened()) {
            close(name);
        }
    }

    private void escape(String value) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                default -> text.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
            }
        });
    }

    /** XML 1.0 carries no control characters, not even escaped. */
    private static boolean isAllowed(int c) {
        return c >= 0x20 ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n';
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
