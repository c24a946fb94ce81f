package io.beanpole.cloud.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Words that must all be there, {@code -words} that must not, and {@code ?words} of which one must; quotes hold what
 * isn't letters, digits and underscores, percent signs hold a regular expression. Capitals count. A word is found
 * inside a longer one, too [I].
 */
record TermsPattern(List<Predicate<String>> required, List<Predicate<String>> optional) implements FilterPattern {
    static TermsPattern parse(String text) {
        Scanner scanner = new Scanner(text);
        List<Predicate<String>> required = new ArrayList<>();
        List<Predicate<String>> optional = new ArrayList<>();
        while (!scanner.isAtEnd()) {
            if (scanner.take("?")) {
                optional.add(term(scanner));
            } else if (scanner.take("-")) {
                required.add(term(scanner).negate());
            } else {
                required.add(term(scanner));
            }
        }
        return new TermsPattern(required, optional);
    }

    /** Beside words that must be there, those that may be there count for nothing, as AWS says. */
    @Override
    public boolean matches(String message) {
        return required.isEmpty()
                ? optional.stream().anyMatch(each -> each.test(message))
                : required.stream().allMatch(each -> each.test(message));
    }

    private static Predicate<String> term(Scanner scanner) {
        if (scanner.isNext('"')) {
            String phrase = scanner.enclosed('"');
            return message -> message.contains(phrase);
        }
        if (scanner.isNext('%')) {
            return Expressions.compile(scanner.enclosed('%')).asPredicate();
        }
        String word = scanner.until("");
        if (!word.matches("\\w+")) {
            throw new PatternException("Invalid character(s) in term '" + word + "'. Put it in double quotes.");
        }
        return message -> message.contains(word);
    }
}
