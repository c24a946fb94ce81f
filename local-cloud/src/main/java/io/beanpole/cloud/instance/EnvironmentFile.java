package io.beanpole.cloud.instance;

import java.util.LinkedHashMap;
import java.util.Map;

/** A file of variables, one {@code NAME=value} a line, as {@code .env} and {@code env_file} of compose are. */
final class EnvironmentFile {
    private EnvironmentFile() {}

    /** Without comments and quotes. */
    static Map<String, String> parse(String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        text.lines().map(String::strip).forEach(line -> {
            String pair = line.startsWith("export ") ? line.substring("export ".length()) : line;
            int equals = pair.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                variables.put(
                        pair.substring(0, equals).strip(),
                        unquoted(pair.substring(equals + 1).strip()));
            }
        });
        return variables;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
