package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * An expression over metrics, such as {@code m1+FILL(m2,0)}: numbers, ids, {@code + - * / ^}, comparisons, {@code &&},
 * {@code ||}, parentheses and the functions SUM, MIN, MAX, AVG, FILL, ABS, CEIL, FLOOR, PERIOD and IF. See the
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">metric math syntax</a>,
 * of which this is the part that alarms on queues need.
 */
public final class MetricMath {
    private final String text;
    private final Node root;
    private final Set<String> ids;

    private MetricMath(String text, Node root, Set<String> ids) {
        this.text = text;
        this.root = root;
        this.ids = Set.copyOf(ids);
    }

    /** A part of an expression that has a value in each period. */
    interface Node {
        Series in(Scope scope);
    }

    /** What an expression is evaluated over. */
    record Scope(Map<String, Series> series, Duration period, int size) {
        Series of(String id) {
            Series found = series.get(id);
            if (found == null) {
                throw new ScalingException("The id '" + id + "' is used in an expression but names no metric.");
            }
            return found;
        }
    }

    /** Reads an expression; a mistake in it is told with its place. */
    public static MetricMath parse(String text) {
        MetricMathParser parser = new MetricMathParser(text);
        Node root = parser.parse();
        if (parser.ids().isEmpty()) {
            throw new ScalingException("The expression '" + text + "' names no metric, so it has no value over time.");
        }
        return new MetricMath(text, root, parser.ids());
    }

    /** The ids of the metrics and expressions that it needs. */
    public Set<String> ids() {
        return ids;
    }

    /** Its values over the grid that all of {@code series} have. */
    public Series evaluate(Map<String, Series> series, Grid grid) {
        return root.in(new Scope(series, grid.period(), grid.size()));
    }

    @Override
    public String toString() {
        return text;
    }
}
