package io.beanpole.scaling.alarm;

import io.beanpole.scaling.ScalingException;
import java.util.Map;
import java.util.Set;

/**
 * The rule of a composite alarm, such as {@code ALARM("deep") AND NOT OK(old)}: the states of other alarms, {@code TRUE},
 * {@code FALSE}, {@code AND}, {@code OR}, {@code NOT}, parentheses and {@code AT_LEAST(2, ALARM, (a, b, c))}. See
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>.
 */
public final class AlarmExpression {
    private final String text;
    private final Condition root;
    private final Set<String> alarms;

    private AlarmExpression(String text, Condition root, Set<String> alarms) {
        this.text = text;
        this.root = root;
        this.alarms = Set.copyOf(alarms);
    }

    /** A part of a rule, which holds or doesn't. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Map<String, AlarmState> states);
    }

    /**
     * Reads a rule.
     *
     * @throws ScalingException for a mistake in it, which is told with its place
     */
    public static AlarmExpression parse(String text) {
        AlarmExpressionParser parser = new AlarmExpressionParser(text);
        Condition root = parser.parse();
        return new AlarmExpression(text, root, parser.alarms());
    }

    /** The names or ARNs of the alarms whose states it needs. */
    public Set<String> alarms() {
        return alarms;
    }

    /** Whether it holds; an alarm whose state isn't known is in no state. */
    boolean holds(Map<String, AlarmState> states) {
        return root.holds(states);
    }

    @Override
    public String toString() {
        return text;
    }
}
