package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.MathArguments.Argument;
import io.beanpole.scaling.metric.MetricMath.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a metric math expression by recursive descent, loosest operator first. */
final class MetricMathParser {
    private static final int MAX_DEPTH = 100;
    private static final Grid NO_TIME = new Grid(Instant.EPOCH, Duration.ofMinutes(1), 0);
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|[A-Za-z]\\w*|'[^']*'|\"[^\"]*\"|==|!=|<=|>=|&&|\\|\\|"
                    + "|[-+*/^<>(),\\[\\]])");
    private static final Map<String, String> WORDS = Map.of("AND", "&&", "OR", "||");
    private static final Duration USUAL_SEARCH_PERIOD = Duration.ofMinutes(5);
    private static final List<Map<String, DoubleBinaryOperator>> LEVELS = List.of(
            Map.of("||", (a, b) -> truth(a != 0 || b != 0)),
            Map.of("&&", (a, b) -> truth(a != 0 && b != 0)),
            Map.of(
                    "==", (a, b) -> truth(a == b),
                    "!=", (a, b) -> truth(a != b),
                    "<", (a, b) -> truth(a < b),
                    ">", (a, b) -> truth(a > b),
                    "<=", (a, b) -> truth(a <= b),
                    ">=", (a, b) -> truth(a >= b)),
            Map.of("+", Double::sum, "-", (a, b) -> a - b),
            Map.of("*", (a, b) -> a * b, "/", (a, b) -> a / b),
            Map.of("^", Math::pow));

    private final String text;
    private final List<String> tokens;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> calls = new LinkedHashSet<>();
    private @Nullable Duration searchPeriod;
    private int next;
    private int depth;

    MetricMathParser(String text) {
        this.text = text;
        this.tokens = tokens(text);
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.stripTrailing());
        int at = 0;
        while (at < text.stripTrailing().length()) {
            if (!token.find(at) || token.start() != at) {
                throw new ScalingException("The expression '" + text + "' can't be read from '"
                        + text.substring(at).strip() + "' on.");
            }
            tokens.add(WORDS.getOrDefault(token.group(1), token.group(1)));
            at = token.end();
        }
        return tokens;
    }

    Node parse() {
        Node root = level(0);
        if (next < tokens.size()) {
            throw unexpected("the end");
        }
        return root;
    }

    Set<String> ids() {
        return ids;
    }

    /** Whether a function stands somewhere in it; the name in capitals. */
    boolean calls(String function) {
        return calls.contains(function);
    }

    /** The longest period of the searches in it. */
    Optional<Duration> searchPeriod() {
        return Optional.ofNullable(searchPeriod);
    }

    private Node level(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Node left = level(level + 1);
        DoubleBinaryOperator operator = LEVELS.get(level).get(peek());
        while (operator != null) {
            take();
            left = combined(left, operator, level(level + 1));
            operator = LEVELS.get(level).get(peek());
        }
        return left;
    }

    private static Node combined(Node left, DoubleBinaryOperator operator, Node right) {
        return inputs -> MathValue.combined(left.in(inputs), right.in(inputs), operator, inputs.size());
    }

    private Node unary() {
        if (!peek().equals("-")) {
            return primary();
        }
        take();
        Node negated = nested(this::unary);
        return inputs -> negated.in(inputs).map(value -> -value);
    }

    private Node primary() {
        String token = take();
        if (token.equals("(")) {
            Node inner = nested();
            expect(")");
            return inner;
        }
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            double number = Double.parseDouble(token);
            return inputs -> new MathValue.Scalar(number);
        }
        if (token.equals("[")) {
            return list();
        }
        if (!token.isEmpty() && Character.isLetter(token.charAt(0))) {
            return peek().equals("(") ? function(token) : id(token);
        }
        next--;
        throw unexpected("a number, an id or a function");
    }

    /** Brackets inside brackets are bounded, so that no text can exhaust the stack. */
    private Node nested() {
        return nested(() -> level(0));
    }

    private Node nested(Supplier<Node> part) {
        if (++depth > MAX_DEPTH) {
            throw new ScalingException("The expression is nested more than " + MAX_DEPTH + " deep.");
        }
        Node inner = part.get();
        depth--;
        return inner;
    }

    private Node id(String id) {
        ids.add(id);
        return inputs -> inputs.of(id);
    }

    /** Several series in brackets; those of a list inside count as its own. */
    private Node list() {
        List<Node> parts = new ArrayList<>();
        do {
            parts.add(nested());
        } while (taken(","));
        expect("]");
        return inputs -> new MathValue.Several(parts.stream()
                .flatMap(part -> part.in(inputs).all(inputs.size()).stream())
                .toList());
    }

    private Node function(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        calls.add(upper);
        expect("(");
        List<Argument> all = new ArrayList<>();
        if (!peek().equals(")")) {
            do {
                all.add(argument());
            } while (taken(","));
        }
        expect(")");
        MathArguments arguments = new MathArguments(upper, List.copyOf(all));
        Node node = MathFunctions.node(upper, arguments);
        if (upper.equals("SEARCH")) {
            searchPeriod = longer(searchPeriod, arguments);
        }
        return node;
    }

    private static Duration longer(@Nullable Duration before, MathArguments search) {
        Duration own = USUAL_SEARCH_PERIOD;
        if (search.size() == 3) {
            // A number names no metric and needs no inputs; anything else is refused here.
            MathValue given = search.node(2).in(new MathInputs(Map.of(), Set.of(), NO_TIME, (s, p, g) -> List.of()));
            own = given instanceof MathValue.Scalar number ? Duration.ofSeconds((long) number.value()) : own;
        }
        return before == null || before.compareTo(own) < 0 ? own : before;
    }

    /** Text in quotes, a bare word where a function takes one, or something to work out. */
    private Argument argument() {
        String token = peek();
        if (token.startsWith("'") || token.startsWith("\"")) {
            take();
            return new Argument(token.substring(1, token.length() - 1), null);
        }
        boolean alone = next + 1 < tokens.size() && tokens.get(next + 1).matches("[,)]");
        if (alone && token.matches("[A-Z]+|repeat|linear|asc|desc")) {
            take();
            return new Argument(token, null);
        }
        return new Argument(null, nested());
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }

    private boolean taken(String token) {
        boolean there = peek().equals(token);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw unexpected("'" + token + "'");
        }
    }

    private ScalingException unexpected(String wanted) {
        String found = next < tokens.size() ? "'" + tokens.get(next) + "'" : "the end";
        return new ScalingException("The expression '" + text + "' has " + found + " where " + wanted + " belongs.");
    }
}
