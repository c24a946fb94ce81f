package io.beanpole.scaling.alarm;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.alarm.AlarmExpression.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rule of a composite alarm by recursive descent: OR binds loosest, then AND, then NOT. */
final class AlarmExpressionParser {
    private static final int LONGEST = 10_240;
    private static final int MOST_ALARMS = 100;
    private static final int DEEPEST = 100;
    private static final double PERCENT = 100;
    private static final Pattern TOKEN = Pattern.compile("\\s*(\"[^\"]*\"|[(),]|[^\\s(),\"]+)");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final Set<String> alarms = new LinkedHashSet<>();
    private int next;
    private int depth;

    AlarmExpressionParser(String text) {
        this.text = text;
        if (text.length() > LONGEST) {
            throw new ScalingException(
                    "An alarm rule is at most " + LONGEST + " characters long, not " + text.length() + ".");
        }
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            if (!token.find(at) || token.start() != at) {
                throw new ScalingException("The alarm rule can't be read from '"
                        + text.substring(at).strip() + "' on.");
            }
            tokens.add(token.group(1));
            at = token.end();
        }
    }

    Condition parse() {
        Condition root = either();
        if (next < tokens.size()) {
            throw unexpected("AND, OR or the end");
        }
        if (alarms.size() > MOST_ALARMS) {
            throw new ScalingException(
                    "An alarm rule names at most " + MOST_ALARMS + " alarms, not " + alarms.size() + ".");
        }
        return root;
    }

    Set<String> alarms() {
        return alarms;
    }

    private Condition either() {
        Condition left = both();
        while (taken("OR")) {
            Condition one = left;
            Condition other = both();
            left = states -> one.holds(states) || other.holds(states);
        }
        return left;
    }

    private Condition both() {
        Condition left = not();
        while (taken("AND")) {
            Condition one = left;
            Condition other = not();
            left = states -> one.holds(states) && other.holds(states);
        }
        return left;
    }

    /** Brackets inside brackets are bounded, so that no text can exhaust the stack. */
    private Condition not() {
        if (++depth > DEEPEST) {
            throw new ScalingException("The alarm rule is nested more than " + DEEPEST + " deep.");
        }
        Condition found;
        if (taken("NOT")) {
            Condition negated = not();
            found = states -> !negated.holds(states);
        } else if (taken("(")) {
            found = either();
            expect(")");
        } else {
            found = term();
        }
        depth--;
        return found;
    }

    private Condition term() {
        String word = peek().toUpperCase(Locale.ROOT);
        switch (word) {
            case "TRUE", "FALSE" -> {
                next++;
                boolean holds = word.equals("TRUE");
                return states -> holds;
            }
            case "AT_LEAST" -> {
                next++;
                return atLeast();
            }
            default -> {
                AlarmState state = state();
                expect("(");
                String alarm = alarm();
                expect(")");
                return states -> states.get(alarm) == state;
            }
        }
    }

    /** {@code AT_LEAST(2, ALARM, (a, b))} or {@code AT_LEAST(50%, NOT OK, (a, b))}. */
    private Condition atLeast() {
        expect("(");
        String many = peek();
        if (!many.matches("\\d{1,3}%?")) {
            throw unexpected("a number or a percentage");
        }
        next++;
        expect(",");
        boolean negated = taken("NOT");
        AlarmState state = state();
        expect(",");
        expect("(");
        List<String> among = new ArrayList<>();
        do {
            among.add(alarm());
        } while (taken(","));
        expect(")");
        expect(")");
        double number = Integer.parseInt(many.replace("%", ""));
        double least = many.endsWith("%") ? Math.ceil(number / PERCENT * among.size()) : number;
        if (least < 1 || least > among.size()) {
            throw new ScalingException("AT_LEAST asks for " + many + " of " + among.size() + " alarms.");
        }
        return states -> among.stream()
                        .filter(alarm -> (states.get(alarm) == state) != negated)
                        .count()
                >= least;
    }

    private AlarmState state() {
        String word = peek().toUpperCase(Locale.ROOT);
        for (AlarmState state : AlarmState.values()) {
            if (state.name().equals(word)) {
                next++;
                return state;
            }
        }
        throw unexpected("ALARM, OK, INSUFFICIENT_DATA, TRUE, FALSE or AT_LEAST");
    }

    private String alarm() {
        String token = peek();
        if (token.matches("|[(),]|\"\"")) {
            throw unexpected("the name or ARN of an alarm");
        }
        next++;
        String name = token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
        alarms.add(name);
        return name;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean taken(String token) {
        boolean there = peek().equalsIgnoreCase(token);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw unexpected("'" + token + "'");
        }
    }

    private ScalingException unexpected(String wanted) {
        String found = next < tokens.size() ? "'" + tokens.get(next) + "'" : "the end";
        return new ScalingException("The alarm rule '" + text + "' has " + found + " where " + wanted + " belongs.");
    }
}
