package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An expression over metrics, such as {@code m1+FILL(m2,0)}: numbers, ids, {@code + - * / ^}, comparisons, {@code AND},
 * {@code OR}, parentheses, lists in brackets and the functions of {@link MathFunctions}. See the
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">metric math
 * syntax</a>.
 */
public final class MetricMath {
    private final String text;
    private final Node root;
    private final Set<String> ids;
    private final boolean namesAllMetrics;
    private final Optional<Duration> searchPeriod;

    private MetricMath(String text, Node root, MetricMathParser parser) {
        this.text = text;
        this.root = root;
        this.ids = Set.copyOf(parser.ids());
        this.namesAllMetrics = parser.calls("METRICS");
        this.searchPeriod = parser.searchPeriod();
    }

    /** A part of an expression, which can be worked out. */
    interface Node {
        MathValue in(MathInputs inputs);
    }

    /**
     * Reads an expression.
     *
     * @throws ScalingException for a mistake in it, which is told with its place
     */
    public static MetricMath parse(String text) {
        MetricMathParser parser = new MetricMathParser(text);
        Node root = parser.parse();
        boolean hasTime = !parser.ids().isEmpty()
                || parser.calls("METRICS")
                || parser.calls("SEARCH")
                || parser.calls("TIME_SERIES");
        if (!hasTime) {
            throw new ScalingException("The expression '" + text + "' names no metric, so it has no value over time.");
        }
        return new MetricMath(text, root, parser);
    }

    /** The ids of the metrics and expressions that it needs. */
    public Set<String> ids() {
        return ids;
    }

    /** Whether it needs all metrics of its request: it calls METRICS(). */
    public boolean namesAllMetrics() {
        return namesAllMetrics;
    }

    /** The period that a SEARCH in it asks for; five minutes where it leaves that open. Empty without a search. */
    public Optional<Duration> searchPeriod() {
        return searchPeriod;
    }

    /**
     * Works it out; what comes to a number may still be a part of another expression.
     *
     * @throws ScalingException where it doesn't fit what the ids stand for
     */
    public MathValue evaluate(MathInputs inputs) {
        return root.in(inputs);
    }

    /**
     * Works it out as what a request or an alarm is given.
     *
     * @throws ScalingException where it doesn't fit what the ids stand for, or comes to a number without a time
     */
    public List<NamedSeries> series(MathInputs inputs) {
        MathValue value = evaluate(inputs);
        if (value instanceof MathValue.Scalar) {
            throw new ScalingException("'" + text + "' comes to one number and to no time series. Write TIME_SERIES("
                    + text + ") if that number is wanted in each period.");
        }
        return value.all(inputs.size());
    }

    /** Its values over the grid that all of {@code series} have; each of them is a metric. */
    public Series evaluate(Map<String, Series> series, Grid grid) {
        Map<String, MathValue> values = series.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new MathValue.One(each.getValue())));
        MathInputs inputs = new MathInputs(values, series.keySet(), grid, (search, statistic, over) -> List.of());
        List<NamedSeries> found = series(inputs);
        return new MathValue.Several(found).one();
    }

    @Override
    public String toString() {
        return text;
    }
}
