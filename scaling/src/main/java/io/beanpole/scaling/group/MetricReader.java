package io.beanpole.scaling.group;

import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.PeriodStatistic;
import io.beanpole.scaling.metric.Series;

/** Where the values of metrics come from: a simulation's memory, or CloudWatch. */
@FunctionalInterface
public interface MetricReader {
    /** The statistic of each period of a grid; a gap where nothing was measured. */
    Series series(MetricSource source, PeriodStatistic statistic, Grid grid);
}
