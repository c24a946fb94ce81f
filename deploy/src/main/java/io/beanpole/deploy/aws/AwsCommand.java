package io.beanpole.deploy.aws;

import io.beanpole.deploy.Secrecy;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call to AWS as the line of {@code aws} that does the same. Secrets are left out of it by their names and out of URLs;
 * the body of a message is whole, because the line would send another one otherwise.
 */
final class AwsCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final String BODY_OF_AN_OBJECT = "PutObject";

    private final AwsAccess access;

    AwsCommand(AwsAccess access) {
        this.access = access;
    }

    /** @param service its id, {@code Elastic Beanstalk} */
    String of(String service, String operation, SdkPojo request) {
        var line = new StringBuilder("aws ").append(options(access));
        line.append(' ').append(CommandName.ofService(service)).append(' ').append(CommandName.of(operation));
        for (var field : request.sdkFields()) {
            option(field, request).ifPresent(text -> line.append(' ').append(text));
        }
        if (operation.equals(BODY_OF_AN_OBJECT)) {
            line.append(" --body FILE");
        }
        return line.toString();
    }

    /** What leads {@code aws} to the same cloud: endpoint, region and profile, where they differ from AWS's defaults. */
    static String options(AwsAccess access) {
        var options = new StringBuilder();
        if (access.endpoint() != null) {
            options.append("--endpoint-url ").append(access.endpoint()).append(' ');
        }
        options.append("--region ").append(access.region());
        if (access.profile() != null) {
            options.append(" --profile ").append(quoted(access.profile()));
        }
        return options.toString();
    }

    private static Optional<String> option(SdkField<?> field, SdkPojo request) {
        var value = field.getValueOrDefault(request);
        if (isUnset(value)) {
            return Optional.empty();
        }
        var name = CommandName.of(field.memberName());
        if (value instanceof Boolean flag) {
            return Optional.of("--" + (flag ? "" : "no-") + name);
        }
        return Optional.of("--" + name + " " + quoted(text(field.memberName(), value)));
    }

    private static boolean isUnset(@Nullable Object value) {
        return value == null || value instanceof SdkAutoConstructList<?> || value instanceof SdkAutoConstructMap<?, ?>;
    }

    /** Plain values as they are, structures and lists as JSON. */
    private static String text(String name, Object value) {
        var plain = plain(name, value);
        return plain instanceof Map || plain instanceof Collection
                ? JsonMapper.shared().writeValueAsString(plain)
                : plain.toString();
    }

    private static Object plain(String name, Object value) {
        if (value instanceof SdkPojo structure) {
            return structure(structure);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(each -> plain(name, each)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> plain.put(key.toString(), plain(key.toString(), each)));
            return plain;
        }
        if (Secrecy.isSecret(name)) {
            return Secrecy.HIDDEN;
        }
        if (value instanceof SdkBytes bytes) {
            return Secrecy.text(bytes.asUtf8String());
        }
        return value instanceof Number || value instanceof Boolean
                ? value
                : value instanceof Instant time ? time.toString() : Secrecy.text(value.toString());
    }

    /** An option setting keeps its value to itself when its name says that it is a secret. */
    private static Map<String, Object> structure(SdkPojo structure) {
        var plain = new LinkedHashMap<String, Object>();
        for (var field : structure.sdkFields()) {
            var value = field.getValueOrDefault(structure);
            if (!isUnset(value)) {
                plain.put(field.memberName(), plain(field.memberName(), value));
            }
        }
        if (plain.containsKey("Value") && Secrecy.isSecret(String.valueOf(plain.get("OptionName")))) {
            plain.put("Value", Secrecy.HIDDEN);
        }
        return plain;
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
