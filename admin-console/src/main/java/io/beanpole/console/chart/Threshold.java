package io.beanpole.console.chart;

/** A level on the left axis that an alarm watches. */
public record Threshold(String label, double value) {}
