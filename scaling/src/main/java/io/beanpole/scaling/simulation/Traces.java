package io.beanpole.scaling.simulation;

import io.beanpole.scaling.ScalingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * The traces that have names: a day each, minute by minute, with a base of two instances of {@link Workload#BENCH} and
 * peaks of 20 to 38. Those with noise are Poisson's and seeded, so they are the same each time.
 */
public final class Traces {
    /** The names of the traces that last a day. */
    public static final List<String> NAMES = List.of("step", "burst", "diurnal", "sawtooth", "poisson");

    /** The name of the trace that lasts a year. */
    public static final String YEAR = "year";

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_OF_A_YEAR = 365;

    /** Tasks a minute in quiet times: two instances' worth. */
    private static final double BASE = 8;

    private static final double PEAK = 120;
    private static final long SEED = 20260105;

    private Traces() {}

    /**
     * A trace by its name.
     *
     * @throws ScalingException where there is none of that name
     */
    public static Trace named(String name) {
        return switch (name) {
            case "step" -> steady(name, minute -> isBetween(minute, 6, 14) ? 100 : BASE);
            case "burst" -> steady(name, Traces::bursts);
            case "diurnal" -> noisy(name, MINUTES_OF_A_DAY, Traces::day);
            case "sawtooth" -> steady(name, minute -> 10 + 100 * (minute % 180) / 180);
            case "poisson" -> noisy(name, MINUTES_OF_A_DAY, minute -> Math.min(80, BASE + minute * 72 / 60));
            case YEAR -> noisy(name, DAYS_OF_A_YEAR * MINUTES_OF_A_DAY, Traces::year);
            default ->
                throw new ScalingException(
                        "There is no trace " + name + "; there are " + String.join(", ", NAMES) + " and " + YEAR + ".");
        };
    }

    /** All that last a day. */
    public static List<Trace> all() {
        return NAMES.stream().map(Traces::named).toList();
    }

    /** Somebody hands in a batch: three times a quarter of an hour long, three times two minutes long. */
    private static double bursts(double minute) {
        double hour = minute / MINUTES_OF_AN_HOUR;
        double since = minute % 240 - 120;
        boolean isLong = (int) (hour / 4) % 2 == 0;
        return since >= 0 && since < (isLong ? 15 : 2) ? PEAK : BASE;
    }

    /** The least at 04:00, the most at 16:00. */
    private static double day(double minute) {
        double angle = 2 * Math.PI * (minute / MINUTES_OF_AN_HOUR - 4) / 24;
        return BASE + (PEAK - BASE) * (1 - Math.cos(angle)) / 2;
    }

    /** Days of half the size, at weekends a fifth of that. */
    private static double year(double minute) {
        int day = (int) (minute / MINUTES_OF_A_DAY) % DAYS_OF_A_WEEK;
        return day(minute % MINUTES_OF_A_DAY) * (day >= 5 ? 0.1 : 0.5);
    }

    private static boolean isBetween(double minute, int fromHour, int toHour) {
        return minute >= fromHour * MINUTES_OF_AN_HOUR && minute < toHour * MINUTES_OF_AN_HOUR;
    }

    /** As many as the rate says; what is less than a whole task is kept for the next minute. */
    private static Trace steady(String name, DoubleUnaryOperator rate) {
        int[] counts = new int[MINUTES_OF_A_DAY];
        double kept = 0;
        for (int i = 0; i < counts.length; i++) {
            kept += rate.applyAsDouble(i);
            counts[i] = (int) kept;
            kept -= counts[i];
        }
        return new Trace(name, START, Duration.ofMinutes(1), counts);
    }

    private static Trace noisy(String name, int minutes, DoubleUnaryOperator rate) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] counts = new int[minutes];
        for (int i = 0; i < minutes; i++) {
            counts[i] = poisson(rate.applyAsDouble(i), random);
        }
        return new Trace(name, START, Duration.ofMinutes(1), counts);
    }

    /** Knuth's method: how many draws it takes until their product is small. */
    private static int poisson(double rate, SplittableRandom random) {
        double limit = Math.exp(-rate);
        double product = 1 - random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= 1 - random.nextDouble();
            count++;
        }
        return count;
    }
}
