package io.beanpole.cloud.beanstalk.health;

/**
 * A value for CloudWatch.
 *
 * @param unit as CloudWatch names it
 */
record MetricValue(double value, String unit) {}
