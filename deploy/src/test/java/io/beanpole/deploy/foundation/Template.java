package io.beanpole.deploy.foundation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A CloudFormation template, its short forms written out: {@code !Ref X} is {@code {Ref: X}}. */
record Template(Map<String, Object> content) {
    static Template read(Path file) throws IOException {
        try (var parser = YAMLMapper.builder().build().createParser(Files.readString(file))) {
            parser.nextToken();
            return new Template(map(value(parser)));
        }
    }

    /** A section, empty where it is missing. */
    Map<String, Object> section(String name) {
        return map(content.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked") // YAML's keys are texts
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** Shows every key of every mapping below a value, with what stands there. */
    static void eachKey(@Nullable Object value, BiConsumer<String, Object> seen) {
        if (value instanceof List<?> list) {
            list.forEach(each -> eachKey(each, seen));
        }
        map(value).forEach((key, inner) -> {
            seen.accept(key, inner);
            eachKey(inner, seen);
        });
    }

    private static @Nullable Object value(JsonParser parser) {
        var tag = (String) parser.getTypeId();
        var plain = plain(parser);
        return tag == null ? plain : Map.of(tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag, plain);
    }

    private static Object plain(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var map = new LinkedHashMap<String, Object>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var key = parser.currentName();
                parser.nextToken();
                map.put(key, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var list = new ArrayList<Object>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.getString();
    }
}
