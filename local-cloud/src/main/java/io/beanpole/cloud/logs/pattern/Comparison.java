package io.beanpole.cloud.logs.pattern;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value is compared with: a number, a text in which * stands for anything, or a regular expression. */
final class Comparison {
    private static final String NUMBER = "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?";
    private static final String[] OPERATORS = {"!=", "<=", ">=", "=", "<", ">"};

    private Comparison() {}

    /** Reads an operator and what follows it; what it gives is asked for the text of a value. */
    static Predicate<String> parse(Scanner scanner, String ends) {
        String operator = operator(scanner);
        if (scanner.isNext('%')) {
            Predicate<String> found = Expressions.compile(scanner.enclosed('%')).asPredicate();
            return equality(scanner, operator, found);
        }
        if (scanner.isNext('"')) {
            Pattern wanted = Expressions.wildcard(scanner.enclosed('"'));
            return equality(scanner, operator, wanted.asMatchPredicate());
        }
        String operand = scanner.until(ends);
        if (operand.isEmpty()) {
            throw scanner.fault("a value is missing after " + operator);
        }
        if (operand.matches(NUMBER)) {
            double limit = Double.parseDouble(operand);
            return value -> isNumber(value) && compares(operator, Double.compare(Double.parseDouble(value), limit));
        }
        return equality(scanner, operator, Expressions.wildcard(operand).asMatchPredicate());
    }

    static boolean isNumber(@Nullable String text) {
        return text != null && text.matches(NUMBER);
    }

    private static String operator(Scanner scanner) {
        for (String operator : OPERATORS) {
            if (scanner.take(operator)) {
                return operator;
            }
        }
        throw scanner.fault("one of = != < <= > >= is missing");
    }

    private static Predicate<String> equality(Scanner scanner, String operator, Predicate<String> equal) {
        return switch (operator) {
            case "=" -> equal;
            case "!=" -> equal.negate();
            default -> throw scanner.fault("only numbers can be compared by " + operator);
        };
    }

    private static boolean compares(String operator, int order) {
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
