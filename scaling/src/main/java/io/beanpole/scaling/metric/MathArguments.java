package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.MetricMath.Node;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in the parentheses of a function. */
record MathArguments(String function, List<Argument> all) {
    /**
     * One of them.
     *
     * @param text what stood in quotes, or a bare word such as LINEAR or DESC
     * @param node what can be worked out; null for text
     */
    record Argument(@Nullable String text, @Nullable Node node) {}

    /** Refuses another number of them. */
    MathArguments expect(int least, int most) {
        if (all.size() < least || all.size() > most) {
            String wanted = least == most ? String.valueOf(least) : least + " to " + most;
            throw new ScalingException("The function " + function + " takes " + wanted + " argument"
                    + (most == 1 ? "" : "s") + ", not " + all.size() + "." + hint(most));
        }
        return this;
    }

    private String hint(int most) {
        return most == 1 ? " Several metrics stand in brackets, as in SUM([m1, m2])." : "";
    }

    int size() {
        return all.size();
    }

    Node node(int index) {
        Node node = all.get(index).node();
        if (node == null) {
            throw new ScalingException("The function " + function + " has '"
                    + all.get(index).text() + "' where a metric or number belongs.");
        }
        return node;
    }

    boolean isText(int index) {
        return all.get(index).text() != null;
    }

    String text(int index) {
        String text = all.get(index).text();
        if (text == null) {
            throw new ScalingException(
                    "The function " + function + " takes text as its argument " + (index + 1) + ", in quotes.");
        }
        return text;
    }

    String word(int index) {
        return text(index).toUpperCase(Locale.ROOT);
    }

    ScalingException unknownWord(int index, String known) {
        return new ScalingException(
                "The function " + function + " has " + text(index) + " where one of " + known + " belongs.");
    }
}
