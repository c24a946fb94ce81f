package io.beanpole.deploy.cli.doc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record as the JSON that is made of it, with the meaning that its source's comments give. */
final class Shape {
    private static final Pattern COMMENT_BEFORE =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/[^;{}]*$", Pattern.DOTALL);

    private final Class<?> record;
    private final Set<Class<?>> told = new LinkedHashSet<>();

    Shape(Class<?> record) {
        this.record = record;
    }

    String told(boolean isList) {
        var text = new StringBuilder();
        if (!record.isRecord()) {
            return "A " + (isList ? "list of " : "") + word(record) + ".\n";
        }
        text.append(isList ? "A list; each element: " : "")
                .append(summary(record))
                .append("\n\n");
        fields(record, text, "");
        return text.toString();
    }

    private void fields(Class<?> type, StringBuilder text, String indent) {
        told.add(type);
        var comment = comment(type);
        for (var component : type.getRecordComponents()) {
            text.append(indent)
                    .append("- `")
                    .append(component.getName())
                    .append(isNullable(component) ? "`? " : "` ")
                    .append(word(component.getGenericType()))
                    .append(meaning(comment, component.getName()))
                    .append('\n');
            recordIn(component.getGenericType()).ifPresent(inner -> {
                if (told.contains(inner)) {
                    text.append(indent).append("  - as above\n");
                } else {
                    fields(inner, text, indent + "  ");
                }
            });
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getType() == Optional.class;
    }

    private static Optional<Class<?>> recordIn(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? Optional.of(plain) : Optional.empty();
        }
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .map(Shape::recordIn)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static String word(Type type) {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments();
            var raw = (Class<?>) generic.getRawType();
            return Map.class.isAssignableFrom(raw)
                    ? "map to " + word(inner[1])
                    : Collection.class.isAssignableFrom(raw) ? "list of " + word(inner[0]) : word(inner[0]);
        }
        return type instanceof WildcardType || !(type instanceof Class<?> plain) ? "value" : word(plain);
    }

    private static String word(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> "`" + ((Enum<?>) each).name() + "`")
                    .collect(Collectors.joining(" or "));
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Instant.class || type == Duration.class) {
            return type == Instant.class ? "time" : "duration";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        return type.isRecord() ? "object" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String summary(Class<?> type) {
        return comment(type).replaceFirst("(?s)@param.*", "").strip();
    }

    private static String meaning(String comment, String component) {
        var found = Pattern.compile("@param " + component + "\\s+((?:(?!@param).)*)", Pattern.DOTALL)
                .matcher(comment);
        return found.find() ? ": " + found.group(1).strip() : "";
    }

    /** The comment before the record's declaration, its lines joined; {@code {@code x}} becomes `x`. */
    private static String comment(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        var file = Golden.ROOT.resolve("deploy/src/main/java/" + outer.getName().replace('.', '/') + ".java");
        try {
            var source = Files.exists(file) ? Files.readString(file) : "";
            var declared =
                    Pattern.compile("\\brecord " + type.getSimpleName() + "\\b").matcher(source);
            if (!declared.find()) {
                return "";
            }
            var before = COMMENT_BEFORE.matcher(source.substring(0, declared.start()));
            return before.find()
                    ? before.group(1)
                            .replaceAll("\\n\\s*\\*", "\n")
                            .replaceAll("\\s+", " ")
                            .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
                            .strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
