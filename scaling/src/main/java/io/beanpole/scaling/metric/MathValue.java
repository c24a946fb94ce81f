package io.beanpole.scaling.metric;

import io.beanpole.scaling.ScalingException;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What an expression, or a part of one, comes to: one number (S), a time series (TS) or several (TS[]). The letters are
 * those of the <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">metric
 * math syntax</a>.
 */
public sealed interface MathValue {
    /** The series; a number stands in every one of the periods. */
    List<NamedSeries> all(int periods);

    /** The same for each series. */
    MathValue each(UnaryOperator<Series> change);

    /** The same for each value. */
    MathValue map(DoubleUnaryOperator change);

    /** As one series; several are refused. */
    Series over(int periods);

    /** Both, period by period; a number goes with each value and a series with each of several. */
    static MathValue combined(MathValue left, MathValue right, DoubleBinaryOperator both, int periods) {
        if (left instanceof Scalar a && right instanceof Scalar b) {
            return new Scalar(both.applyAsDouble(a.value(), b.value()));
        }
        if (left instanceof Several several) {
            Series other = right.over(periods);
            return several.each(series -> series.with(other, both));
        }
        Series one = left.over(periods);
        return right instanceof Several several
                ? several.each(series -> one.with(series, both))
                : new One(one.with(right.over(periods), both));
    }

    /** A number that belongs to no period. */
    record Scalar(double value) implements MathValue {
        @Override
        public List<NamedSeries> all(int periods) {
            return List.of(new NamedSeries("", over(periods)));
        }

        @Override
        public MathValue each(UnaryOperator<Series> change) {
            throw new ScalingException("A function of time series was given a number.");
        }

        @Override
        public MathValue map(DoubleUnaryOperator change) {
            return new Scalar(change.applyAsDouble(value));
        }

        @Override
        public Series over(int periods) {
            return Series.constant(value, periods);
        }
    }

    /** A time series. */
    record One(Series series) implements MathValue {
        @Override
        public List<NamedSeries> all(int periods) {
            return List.of(new NamedSeries("", series));
        }

        @Override
        public MathValue each(UnaryOperator<Series> change) {
            return new One(change.apply(series));
        }

        @Override
        public MathValue map(DoubleUnaryOperator change) {
            return new One(series.map(change));
        }

        @Override
        public Series over(int periods) {
            return series;
        }
    }

    /** Several time series: a list in brackets, or what a search has found. */
    record Several(List<NamedSeries> series) implements MathValue {
        public Several {
            series = List.copyOf(series);
        }

        @Override
        public List<NamedSeries> all(int periods) {
            return series;
        }

        @Override
        public MathValue each(UnaryOperator<Series> change) {
            return new Several(series.stream()
                    .map(one -> new NamedSeries(one.label(), change.apply(one.series())))
                    .toList());
        }

        @Override
        public MathValue map(DoubleUnaryOperator change) {
            return each(one -> one.map(change));
        }

        /** The one series that it should be. */
        Series one() {
            return series.size() == 1 ? series.get(0).series() : over(0);
        }

        @Override
        public Series over(int periods) {
            throw new ScalingException("There are " + series.size()
                    + " time series where one belongs; make one of them, as in SUM([m1, m2]).");
        }
    }
}
