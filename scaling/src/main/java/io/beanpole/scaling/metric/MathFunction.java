package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.MetricMath.Node;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The functions of metric math. SUM, MIN, MAX and AVG of one series are one number over all its periods; of a list
 * {@code [m1, m2]} they are a value for each period, made of those series that have one there.
 */
final class MathFunction {
    private static final int IF_ARGUMENTS = 3;

    private MathFunction() {}

    /** A call of the function {@code name}; {@code list} says that the arguments stood in brackets. */
    static Node node(String name, boolean list, List<Node> arguments) {
        return switch (name) {
            case "SUM" -> reduction(DoubleStream::sum, list, arguments);
            case "MIN" -> reduction(values -> values.min().orElseThrow(), list, arguments);
            case "MAX" -> reduction(values -> values.max().orElseThrow(), list, arguments);
            case "AVG" -> reduction(values -> values.average().orElseThrow(), list, arguments);
            case "ABS" ->
                only(name, list, arguments, scope -> first(arguments).in(scope).map(Math::abs));
            case "CEIL" ->
                only(name, list, arguments, scope -> first(arguments).in(scope).map(Math::ceil));
            case "FLOOR" ->
                only(name, list, arguments, scope -> first(arguments).in(scope).map(Math::floor));
            case "PERIOD" ->
                only(
                        name,
                        list,
                        arguments,
                        scope -> Series.constant(scope.period().toSeconds(), scope.size()));
            case "IF" -> choice(list, arguments);
            default ->
                throw new ScalingException("There is no function " + name
                        + " here. There are SUM, MIN, MAX, AVG, FILL, ABS, CEIL, FLOOR, PERIOD and IF.");
        };
    }

    private static Node first(List<Node> arguments) {
        return arguments.get(0);
    }

    private static Node only(String name, boolean list, List<Node> arguments, Node node) {
        if (list || arguments.size() != 1) {
            throw new ScalingException("The function " + name + " takes one metric or number.");
        }
        return node;
    }

    private static Node reduction(ToDoubleFunction<DoubleStream> reduction, boolean list, List<Node> arguments) {
        if (!list && arguments.size() > 1) {
            throw new ScalingException("Several metrics stand in brackets, as in SUM([m1, m2]).");
        }
        return scope -> {
            List<Series> all = arguments.stream().map(each -> each.in(scope)).toList();
            return list
                    ? acrossSeries(reduction, all, scope.size())
                    : Series.constant(reduced(reduction, all.get(0).present().toArray()), scope.size());
        };
    }

    private static Series acrossSeries(ToDoubleFunction<DoubleStream> reduction, List<Series> all, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int at = i;
            double[] there = all.stream()
                    .filter(series -> series.has(at))
                    .mapToDouble(series -> series.get(at))
                    .toArray();
            values[i] = reduced(reduction, there);
        }
        return Series.of(values);
    }

    private static double reduced(ToDoubleFunction<DoubleStream> reduction, double[] values) {
        return values.length == 0 ? Double.NaN : reduction.applyAsDouble(Arrays.stream(values));
    }

    private static Node choice(boolean list, List<Node> arguments) {
        if (list || arguments.size() != IF_ARGUMENTS) {
            throw new ScalingException("IF takes a condition, a value where it holds and one where it doesn't.");
        }
        return scope -> {
            Series condition = arguments.get(0).in(scope);
            Series then = arguments.get(1).in(scope);
            Series otherwise = arguments.get(2).in(scope);
            double[] values = new double[scope.size()];
            for (int i = 0; i < values.length; i++) {
                Series chosen = condition.get(i) == 0 ? otherwise : then;
                values[i] = condition.has(i) ? chosen.get(i) : Double.NaN;
            }
            return Series.of(values);
        };
    }
}
