package io.beanpole.cloud.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Form parameters as the tree that their dotted names describe, and the way from there into a model's builder. */
final class QueryParameters {
    private final Map<String, QueryParameters> children = new LinkedHashMap<>();
    private final boolean flattensLists;
    private @Nullable String value;

    private QueryParameters(boolean flattensLists) {
        this.flattensLists = flattensLists;
    }

    static QueryParameters parse(String form) {
        return parse(form, false);
    }

    /** As EC2 takes them: the elements of every list are numbered without a name between, {@code InstanceId.1}. */
    static QueryParameters parseFlattened(String form) {
        return parse(form, true);
    }

    private static QueryParameters parse(String form, boolean flattensLists) {
        QueryParameters root = new QueryParameters(flattensLists);
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            QueryParameters at = root;
            for (String part : decoded(name).split("\\.", -1)) {
                at = at.children.computeIfAbsent(part, unused -> new QueryParameters(flattensLists));
            }
            at.value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        }
        return root;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Scalars.malformed(text, "URL-encoded text", e);
        }
    }

    @Nullable
    String value(String name) {
        QueryParameters child = children.get(name);
        return child == null ? null : child.value;
    }

    void readInto(SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            QueryParameters child = children.get(field.locationName());
            if (child != null) {
                field.set(builder, child.read(field));
            }
        }
    }

    private Object read(SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case LIST -> list(field.getRequiredTrait(ListTrait.class));
            case MAP -> map(field.getRequiredTrait(MapTrait.class));
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                readInto(builder);
                yield ModelClasses.built(builder);
            }
            default -> Scalars.parse(field, value == null ? "" : value);
        };
    }

    private List<Object> list(ListTrait trait) {
        SdkField<?> member = trait.memberFieldInfo();
        List<Object> values = new ArrayList<>();
        for (QueryParameters each : numbered(flattensLists || trait.isFlattened(), member.locationName(), "member")) {
            values.add(each.read(member));
        }
        return values;
    }

    private Map<String, Object> map(MapTrait trait) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (QueryParameters each : numbered(trait.isFlattened(), "entry", "entry")) {
            String key = each.value(trait.keyLocationName());
            QueryParameters mapped = each.children.get(trait.valueLocationName());
            if (key != null && mapped != null) {
                values.put(key, mapped.read(trait.valueFieldInfo()));
            }
        }
        return values;
    }

    /** The elements of a list or map in the order that they were sent; an empty one is sent as {@code Name=}. */
    private Iterable<QueryParameters> numbered(boolean flattened, @Nullable String wrapper, String otherwise) {
        if (flattened) {
            return children.values();
        }
        QueryParameters wrapped = children.get(wrapper == null ? otherwise : wrapper);
        return wrapped == null ? List.of() : wrapped.children.values();
    }
}
