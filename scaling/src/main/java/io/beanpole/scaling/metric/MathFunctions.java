package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.metric.MetricMath.Node;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The functions of metric math by name. Those that CloudWatch has and that are missing here need a service that the
 * local cloud doesn't have, and say so.
 */
final class MathFunctions {
    private static final Map<String, Function<MathArguments, Node>> ALL = new TreeMap<>();
    private static final Map<String, String> ELSEWHERE = Map.of(
            "ANOMALY_DETECTION_BAND", "the local cloud trains no anomaly detectors; use a static threshold",
            "INSIGHT_RULE_METRIC", "the local cloud has no Contributor Insights",
            "SERVICE_QUOTA", "the local cloud has no service quotas",
            "DB_PERF_INSIGHTS", "the local cloud has no Performance Insights",
            "LAMBDA", "the local cloud has no Lambda data sources");

    static {
        values("ABS", Math::abs);
        values("CEIL", Math::ceil);
        values("FLOOR", Math::floor);
        values("LOG", Math::log);
        values("LOG10", Math::log10);
        reduction("SUM", Reductions::sum);
        reduction("MIN", Reductions::minimum);
        reduction("MAX", Reductions::maximum);
        reduction("AVG", Reductions::average);
        reduction("STDDEV", Reductions::deviation);
        reduction("DATAPOINT_COUNT", values -> values.length);
        series("DIFF", SeriesFunctions::difference);
        series("DIFF_TIME", SeriesFunctions::timeDifference);
        series("RATE", SeriesFunctions::rate);
        series("RUNNING_SUM", (one, grid) -> SeriesFunctions.runningSum(one));
        date("MINUTE", ZonedDateTime::getMinute);
        date("HOUR", ZonedDateTime::getHour);
        date("DAY", time -> time.getDayOfWeek().getValue());
        date("DATE", ZonedDateTime::getDayOfMonth);
        date("MONTH", ZonedDateTime::getMonthValue);
        date("YEAR", ZonedDateTime::getYear);
        date("EPOCH", ZonedDateTime::toEpochSecond);
        ALL.put("PERIOD", MathFunctions::period);
        ALL.put("TIME_SERIES", MathFunctions::timeSeries);
        ALL.put("IF", MathFunctions::choice);
        ALL.put("FILL", Gaps::fill);
        ALL.putAll(ArrayFunctions.ALL);
    }

    private MathFunctions() {}

    /** A call of the function {@code name}, in capitals. */
    static Node node(String name, MathArguments arguments) {
        if (ELSEWHERE.containsKey(name)) {
            throw new ScalingException("There is no function " + name + " here: " + ELSEWHERE.get(name) + ".");
        }
        Function<MathArguments, Node> function = ALL.get(name);
        if (function == null) {
            throw new ScalingException(
                    "There is no function " + name + " here. There are " + String.join(", ", ALL.keySet()) + ".");
        }
        return function.apply(arguments);
    }

    private static void values(String name, DoubleUnaryOperator change) {
        ALL.put(name, arguments -> {
            Node only = arguments.expect(1, 1).node(0);
            return inputs -> only.in(inputs).map(change);
        });
    }

    private static void series(String name, BiFunction<Series, Grid, Series> change) {
        ALL.put(name, arguments -> {
            Node only = arguments.expect(1, 1).node(0);
            return inputs -> only.in(inputs).each(series -> change.apply(series, inputs.grid()));
        });
    }

    private static void reduction(String name, ToDoubleFunction<double[]> reduction) {
        ALL.put(name, arguments -> {
            Node only = arguments.expect(1, 1).node(0);
            return inputs -> Reductions.reduced(only.in(inputs), reduction, inputs.size());
        });
    }

    /** Has a value in every period, whether there is a datapoint or not (evidence: [D]). */
    private static void date(String name, ToDoubleFunction<ZonedDateTime> part) {
        ALL.put(name, arguments -> {
            Node only = arguments.expect(1, 1).node(0);
            return inputs -> only.in(inputs).each(series -> {
                double[] values = new double[series.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = part.applyAsDouble(inputs.grid().start(i).atZone(ZoneOffset.UTC));
                }
                return Series.of(values);
            });
        });
    }

    private static Node period(MathArguments arguments) {
        arguments.expect(1, 1).node(0);
        return inputs -> new MathValue.Scalar(inputs.grid().period().toSeconds());
    }

    private static Node timeSeries(MathArguments arguments) {
        Node only = arguments.expect(1, 1).node(0);
        return inputs -> new MathValue.One(only.in(inputs).over(inputs.size()));
    }

    private static Node choice(MathArguments arguments) {
        if (arguments.size() != 3) {
            throw new ScalingException("IF takes a condition, a value where it holds and one where it doesn't.");
        }
        Node asked = arguments.node(0);
        Node whereTrue = arguments.node(1);
        Node whereFalse = arguments.node(2);
        return inputs -> {
            Series condition = asked.in(inputs).over(inputs.size());
            Series then = whereTrue.in(inputs).over(inputs.size());
            Series otherwise = whereFalse.in(inputs).over(inputs.size());
            double[] values = new double[inputs.size()];
            for (int i = 0; i < values.length; i++) {
                Series chosen = condition.get(i) == 0 ? otherwise : then;
                values[i] = condition.has(i) ? chosen.get(i) : Double.NaN;
            }
            return new MathValue.One(Series.of(values));
        };
    }
}
