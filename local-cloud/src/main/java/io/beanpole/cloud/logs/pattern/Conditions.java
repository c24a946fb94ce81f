package io.beanpole.cloud.logs.pattern;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads conditions joined by {@code &&} and {@code ||}, with parentheses; and binds closer than or.
 *
 * @param <T> what a condition is asked about
 */
record Conditions<T>(Function<Scanner, Predicate<T>> single) {
    Predicate<T> parse(Scanner scanner) {
        Predicate<T> either = both(scanner);
        while (scanner.take("||")) {
            either = either.or(both(scanner));
        }
        return either;
    }

    private Predicate<T> both(Scanner scanner) {
        Predicate<T> both = one(scanner);
        while (scanner.take("&&")) {
            both = both.and(one(scanner));
        }
        return both;
    }

    private Predicate<T> one(Scanner scanner) {
        if (!scanner.take("(")) {
            return single.apply(scanner);
        }
        Predicate<T> inside = parse(scanner);
        scanner.require(")");
        return inside;
    }
}
