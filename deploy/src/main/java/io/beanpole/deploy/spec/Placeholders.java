package io.beanpole.deploy.spec;

import io.beanpole.deploy.DeployException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ${kind:name} stands for in a value of deployment.yml. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, UnaryOperator<String>> sources = new TreeMap<>();

    /** Lets a source answer for all placeholders of a kind: it gets what stands behind the kind. */
    public Placeholders with(String kind, UnaryOperator<String> source) {
        var copy = new Placeholders();
        copy.sources.putAll(sources);
        copy.sources.put(kind, source);
        return copy;
    }

    /** The text with every placeholder replaced; {@code key} says whose value it is if one can't be. */
    public String fill(String key, String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(key, match.group(1))));
    }

    /** The names that the text asks of one kind. */
    public static Set<String> asked(String text, String kind) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).forEach(placeholder -> {
            if (kind.equals(kind(placeholder))) {
                names.add(name(placeholder));
            }
        });
        return names;
    }

    private String value(String key, String placeholder) {
        var source = sources.get(kind(placeholder));
        if (source == null) {
            throw new DeployException("deployment.yml: " + key + " asks for ${" + placeholder
                    + "}, which nothing here knows; known are " + String.join(", ", sources.keySet()) + ".");
        }
        try {
            return source.apply(name(placeholder));
        } catch (DeployException e) {
            throw new DeployException(
                    "deployment.yml: " + key + " asks for ${" + placeholder + "}, but " + e.getMessage(),
                    e.suggestion().orElse(null),
                    e);
        }
    }

    private static String kind(String placeholder) {
        var end = separator(placeholder);
        return end < 0 ? placeholder : placeholder.substring(0, end);
    }

    private static String name(String placeholder) {
        var end = separator(placeholder);
        return end < 0 ? "" : placeholder.substring(end + 1);
    }

    /** ${lane:express.queueUrl} splits at its colon, ${database.port} at its dot. */
    private static int separator(String placeholder) {
        var colon = placeholder.indexOf(':');
        return colon >= 0 ? colon : placeholder.indexOf('.');
    }
}
