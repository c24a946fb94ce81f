package io.beanpole.scaling.simulation;

import java.util.SplittableRandom;

/**
 * How long tasks take: a gamma distribution with the workload's mean and spread, which is an exponential one at a spread
 * of 1. The same seed gives the same times in the same order, whatever the contender does.
 */
final class ServiceTimes {
    private static final double LEAST_SPREAD = 0.01;

    private final SplittableRandom random;
    private final double mean;
    private final double shape;

    /** @param mean in milliseconds */
    ServiceTimes(double mean, double spread, long seed) {
        this.random = new SplittableRandom(seed);
        this.mean = mean;
        this.shape = spread < LEAST_SPREAD ? Double.POSITIVE_INFINITY : 1 / (spread * spread);
    }

    /** Milliseconds of the next task, 1 or more. */
    long next() {
        double time = Double.isInfinite(shape) ? mean : mean * gamma() / shape;
        return Math.max(1, Math.round(time));
    }

    /** A shape below 1 is made of the one that is greater by 1, which the method needs. */
    private double gamma() {
        return shape >= 1 ? gamma(shape) : gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }

    /** Marsaglia and Tsang's method, for a shape of 1 or more. */
    private double gamma(double ofShape) {
        double d = ofShape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
