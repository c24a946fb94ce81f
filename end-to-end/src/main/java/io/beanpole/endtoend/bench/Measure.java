package io.beanpole.endtoend.bench;

import java.util.List;
import java.util.Locale;

/** What one round took. */
record Measure(double cpuMillis, double perSecond) {
    static Measure median(List<Measure> rounds) {
        double[] cpu = rounds.stream().mapToDouble(Measure::cpuMillis).sorted().toArray();
        double[] rate = rounds.stream().mapToDouble(Measure::perSecond).sorted().toArray();
        return new Measure(cpu[cpu.length / 2], rate[rate.length / 2]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f ms, %.0f/s", cpuMillis, perSecond);
    }
}
