package io.beanpole.scaling.policy;

/** How far a metric is from its alarm's threshold. */
public record Breach(double value, double threshold) {
    double distance() {
        return value - threshold;
    }
}
