package io.beanpole.scaling.metric;

/**
 * One of several time series.
 *
 * @param label the id of its query or what tells it from the others; empty where nobody named it
 */
public record NamedSeries(String label, Series series) {}
