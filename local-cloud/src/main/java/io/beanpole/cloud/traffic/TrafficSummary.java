package io.beanpole.cloud.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The requests of one window: how many, how they were answered, how long they took. */
public final class TrafficSummary {
    private final int[] byHundred = new int[6];
    private final double[] seconds;

    TrafficSummary(List<TrafficWindow.Answer> answers) {
        seconds = new double[answers.size()];
        for (int i = 0; i < seconds.length; i++) {
            byHundred[Math.min(5, Math.max(0, answers.get(i).status() / 100))]++;
            seconds[i] = answers.get(i).seconds();
        }
        Arrays.sort(seconds);
    }

    public int requests() {
        return seconds.length;
    }

    /** How many were answered with a status of this hundred: 5 for 500 to 599. */
    public int answered(int hundred) {
        return byHundred[hundred];
    }

    /** Of all requests, 0 when there were none. */
    public double share(int hundred) {
        return seconds.length == 0 ? 0 : (double) byHundred[hundred] / seconds.length;
    }

    /**
     * The shortest time, in seconds, within which so much of the requests was answered (nearest rank).
     *
     * @param percentile above 0, at most 100
     */
    public OptionalDouble latency(double percentile) {
        if (seconds.length == 0) {
            return OptionalDouble.empty();
        }
        int rank = (int) Math.ceil(percentile / 100 * seconds.length);
        return OptionalDouble.of(seconds[Math.max(0, rank - 1)]);
    }
}
