package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What SEARCH looks for: {@code {AWS/SQS,QueueName} MetricName="NumberOfMessagesSent" jobs}. Words match parts of a
 * name, as names fall apart at capitals, digits and signs; what stands in quotes matches the whole. See the
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html">syntax of search
 * expressions</a>.
 */
public final class MetricSearch {
    private static final int LONGEST = 1_024;
    private static final int DEEPEST = 20;
    private static final Pattern SCHEMA = Pattern.compile("\\s*\\{([^}]*)}\\s*");
    private static final Pattern TOKEN = Pattern.compile("\\s*(\"[^\"]*\"|[()=]|[^\\s()=\"]+)\\s*");
    private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\d+");

    private final @Nullable String namespace;
    private final Set<String> dimensions;
    private final Predicate<Found> condition;

    private MetricSearch(@Nullable String namespace, Set<String> dimensions, Predicate<Found> condition) {
        this.namespace = namespace;
        this.dimensions = dimensions;
        this.condition = condition;
    }

    /** A metric that may fit. */
    private record Found(String namespace, String name, Map<String, String> dimensions) {
        Stream<String> texts(@Nullable String property) {
            if (property == null) {
                return Stream.concat(
                        Stream.of(namespace, name),
                        dimensions.entrySet().stream().flatMap(each -> Stream.of(each.getKey(), each.getValue())));
            }
            return switch (property.toLowerCase(Locale.ROOT)) {
                case "metricname" -> Stream.of(name);
                case "namespace" -> Stream.of(namespace);
                default -> Stream.ofNullable(dimensions.get(property));
            };
        }
    }

    /**
     * Reads a search.
     *
     * @throws ScalingException for a mistake in it
     */
    public static MetricSearch parse(String text) {
        if (text.length() > LONGEST) {
            throw new ScalingException(
                    "A search is at most " + LONGEST + " characters long, not " + text.length() + ".");
        }
        Matcher schema = SCHEMA.matcher(text);
        boolean hasSchema = schema.lookingAt();
        List<String> names = hasSchema
                ? Arrays.stream(schema.group(1).split(",", -1))
                        .map(name -> unquoted(name.strip()))
                        .toList()
                : List.of();
        String rest = hasSchema ? text.substring(schema.end()) : text;
        if (rest.isBlank() && (names.isEmpty() || names.get(0).isEmpty())) {
            throw new ScalingException("The search '" + text + "' asks for nothing: name a namespace or a word.");
        }
        Predicate<Found> condition = rest.isBlank() ? found -> true : new Terms(rest).parse();
        return new MetricSearch(
                names.isEmpty() ? null : names.get(0),
                Set.copyOf(names.subList(Math.min(1, names.size()), names.size())),
                condition);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** Whether a metric fits: with a schema it has exactly those dimensions. */
    public boolean matches(String itsNamespace, String name, Map<String, String> itsDimensions) {
        boolean inSchema = namespace == null
                || (namespace.equals(itsNamespace) && itsDimensions.keySet().equals(dimensions));
        return inSchema && condition.test(new Found(itsNamespace, name, itsDimensions));
    }

    /** The terms after the schema, by recursive descent: OR binds loosest, then AND or nothing, then NOT. */
    private static final class Terms {
        private final String text;
        private final List<String> tokens = new ArrayList<>();
        private int next;
        private int depth;

        Terms(String text) {
            this.text = text;
            Matcher token = TOKEN.matcher(text);
            int at = 0;
            while (at < text.length()) {
                if (!token.find(at) || token.start() != at) {
                    throw new ScalingException("The search can't be read from '" + text.substring(at) + "' on.");
                }
                tokens.add(token.group(1));
                at = token.end();
            }
        }

        Predicate<Found> parse() {
            Predicate<Found> all = either();
            if (next < tokens.size()) {
                throw new ScalingException("The search '" + text + "' has '" + tokens.get(next) + "' too much.");
            }
            return all;
        }

        private String peek() {
            return next < tokens.size() ? tokens.get(next) : "";
        }

        private boolean taken(String token) {
            boolean there = peek().equals(token);
            next += there ? 1 : 0;
            return there;
        }

        private Predicate<Found> either() {
            if (++depth > DEEPEST) {
                throw new ScalingException("The search is nested more than " + DEEPEST + " deep.");
            }
            Predicate<Found> left = both();
            while (taken("OR")) {
                left = left.or(both());
            }
            depth--;
            return left;
        }

        private Predicate<Found> both() {
            Predicate<Found> left = not();
            while (taken("AND") || !peek().matches("|\\)|OR")) {
                left = left.and(not());
            }
            return left;
        }

        private Predicate<Found> not() {
            boolean negated = false;
            while (taken("NOT")) {
                negated = !negated;
            }
            Predicate<Found> term = term(null);
            return negated ? term.negate() : term;
        }

        private Predicate<Found> term(@Nullable String property) {
            if (taken("(")) {
                Predicate<Found> inner = property == null ? either() : anyOf(property);
                if (!taken(")")) {
                    throw new ScalingException("The search '" + text + "' lacks a ')'.");
                }
                return inner;
            }
            String token = peek();
            if (token.matches("|[)=]|OR|AND")) {
                throw new ScalingException("The search '" + text + "' has '" + token + "' where a word belongs.");
            }
            next++;
            if (property == null && taken("=")) {
                return term(unquoted(token));
            }
            return found -> found.texts(property).anyMatch(each -> fits(token, each));
        }

        /** {@code QueueName=(a OR b)}. */
        private Predicate<Found> anyOf(String property) {
            Predicate<Found> any = term(property);
            while (taken("OR")) {
                any = any.or(term(property));
            }
            return any;
        }
    }

    private static boolean fits(String token, String name) {
        if (token.startsWith("\"")) {
            return name.equals(unquoted(token));
        }
        return name.equalsIgnoreCase(token)
                || parts(name).containsAll(parts(token)) && !parts(token).isEmpty();
    }

    private static Set<String> parts(String name) {
        return PART.matcher(name)
                .results()
                .map(part -> part.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
