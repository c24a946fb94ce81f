package io.beanpole.console.chart;

import io.beanpole.console.chart.ChartSeries.Axis;

/** A level on an axis that an alarm watches. */
public record Threshold(String label, Axis axis, double value) {}
