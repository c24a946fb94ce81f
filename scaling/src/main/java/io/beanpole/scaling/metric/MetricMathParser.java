package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.MetricMath.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a metric math expression by recursive descent, loosest operator first. */
final class MetricMathParser {
    private static final int MAX_DEPTH = 100;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|[A-Za-z]\\w*|==|!=|<=|>=|&&|\\|\\||[-+*/^<>(),\\[\\]])");
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
            tokens.add(token.group(1));
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
        return scope -> left.in(scope).with(right.in(scope), operator);
    }

    private Node unary() {
        if (!peek().equals("-")) {
            return primary();
        }
        take();
        Node negated = nested(this::unary);
        return scope -> negated.in(scope).map(value -> -value);
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
            return scope -> Series.constant(number, scope.size());
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
        return scope -> scope.of(id);
    }

    private Node function(String name) {
        expect("(");
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.equals("FILL")) {
            return fill();
        }
        boolean list = peek().equals("[");
        if (list) {
            take();
        }
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(nested());
        } while (taken(","));
        if (list) {
            expect("]");
        }
        expect(")");
        return MathFunction.node(upper, list, arguments);
    }

    private Node fill() {
        Node filled = nested();
        expect(",");
        String how = peek().toUpperCase(Locale.ROOT);
        if (how.equals("REPEAT") || how.equals("LINEAR")) {
            take();
            expect(")");
            return scope ->
                    how.equals("REPEAT") ? Gaps.repeated(filled.in(scope)) : Gaps.interpolated(filled.in(scope));
        }
        Node value = nested();
        expect(")");
        return scope -> Gaps.filled(filled.in(scope), value.in(scope));
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
