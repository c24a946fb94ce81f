package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.MetricMath.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The functions that find several series or choose among them: METRICS, SEARCH, SORT, SLICE and the like. */
final class ArrayFunctions {
    static final Map<String, Function<MathArguments, Node>> ALL = Map.of(
            "METRICS", ArrayFunctions::metrics,
            "METRIC_COUNT", ArrayFunctions::count,
            "SEARCH", ArrayFunctions::search,
            "FIRST", arguments -> only(arguments, all -> all.get(0)),
            "LAST", arguments -> only(arguments, all -> all.get(all.size() - 1)),
            "REMOVE_EMPTY", ArrayFunctions::removeEmpty,
            "SLICE", ArrayFunctions::slice,
            "SORT", ArrayFunctions::sort);
    private static final Map<String, ToDoubleFunction<double[]>> ORDERS = Map.of(
            "AVG", Reductions::average,
            "MIN", Reductions::minimum,
            "MAX", Reductions::maximum,
            "SUM", Reductions::sum);

    private ArrayFunctions() {}

    /** All metrics of the request, or those whose ids contain a text. */
    private static Node metrics(MathArguments arguments) {
        String part = arguments.expect(0, 1).size() == 0 ? "" : arguments.text(0);
        return inputs -> new MathValue.Several(inputs.values().entrySet().stream()
                .filter(each -> inputs.metrics().contains(each.getKey()))
                .filter(each -> each.getKey().contains(part))
                .map(each -> new NamedSeries(each.getKey(), each.getValue().over(inputs.size())))
                .toList());
    }

    private static Node count(MathArguments arguments) {
        Node only = arguments.expect(1, 1).node(0);
        return inputs -> new MathValue.Scalar(only.in(inputs).all(inputs.size()).size());
    }

    private static Node search(MathArguments arguments) {
        MetricSearch search = MetricSearch.parse(arguments.expect(2, 3).text(0));
        PeriodStatistic statistic = PeriodStatistic.named(arguments.text(1))
                .orElseThrow(() -> new ScalingException("There is no statistic '" + arguments.text(1) + "'."));
        return inputs -> new MathValue.Several(inputs.search().find(search, statistic, inputs.grid()));
    }

    private static Node only(MathArguments arguments, Function<List<NamedSeries>, NamedSeries> choice) {
        Node several = arguments.expect(1, 1).node(0);
        return inputs -> {
            List<NamedSeries> all = several.in(inputs).all(inputs.size());
            return new MathValue.One(
                    all.isEmpty()
                            ? Series.constant(Double.NaN, inputs.size())
                            : choice.apply(all).series());
        };
    }

    private static Node removeEmpty(MathArguments arguments) {
        Node several = arguments.expect(1, 1).node(0);
        return inputs -> new MathValue.Several(several.in(inputs).all(inputs.size()).stream()
                .filter(each -> each.series().present().findAny().isPresent())
                .toList());
    }

    /** From one place and up to another, of which the first is 0; with one number only that series. */
    private static Node slice(MathArguments arguments) {
        Node several = arguments.expect(2, 3).node(0);
        Node from = arguments.node(1);
        Node to = arguments.size() == 2 ? null : arguments.node(2);
        return inputs -> {
            List<NamedSeries> all = several.in(inputs).all(inputs.size());
            int first = Math.min(all.size(), place(arguments, from.in(inputs)));
            int end = to == null ? first + 1 : Math.max(first, place(arguments, to.in(inputs)));
            return new MathValue.Several(all.subList(first, Math.min(end, all.size())));
        };
    }

    private static int place(MathArguments arguments, MathValue value) {
        if (value instanceof MathValue.Scalar number && number.value() >= 0 && Double.isFinite(number.value())) {
            return (int) number.value();
        }
        throw new ScalingException("The function " + arguments.function() + " counts series from 0 on.");
    }

    private static Node sort(MathArguments arguments) {
        Node several = arguments.expect(3, 4).node(0);
        ToDoubleFunction<double[]> by = ORDERS.get(arguments.word(1));
        if (by == null) {
            throw arguments.unknownWord(1, "AVG, MIN, MAX and SUM");
        }
        if (!arguments.word(2).matches("ASC|DESC")) {
            throw arguments.unknownWord(2, "ASC and DESC");
        }
        boolean falling = arguments.word(2).equals("DESC");
        Node most = arguments.size() == 3 ? null : arguments.node(3);
        return inputs -> {
            // A series without any datapoint has nothing to be ordered by and comes last, whichever the order.
            Comparator<NamedSeries> order = Comparator.comparingDouble(each -> {
                double[] values = each.series().present().toArray();
                double key = values.length == 0 ? Double.POSITIVE_INFINITY : by.applyAsDouble(values);
                return falling && values.length > 0 ? -key : key;
            });
            int size = most == null ? Integer.MAX_VALUE : place(arguments, most.in(inputs));
            return new MathValue.Several(several.in(inputs).all(inputs.size()).stream()
                    .sorted(order)
                    .limit(size)
                    .toList());
        };
    }
}
