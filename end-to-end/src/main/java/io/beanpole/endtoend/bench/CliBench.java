package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.Command;
import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a short command costs: the CPU of {@code status}, script and all, with the archive of loaded classes and without. */
record CliBench(House house) {
    private static final int ROUNDS = 7;

    void run() {
        status(Map.of());
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            with.add(status(Map.of()));
            without.add(status(Map.of("BEANPOLE_TRAINED", "never")));
        }
        double archived = median(with);
        double plain = median(without);
        Bench.say(
                "status:                 %.2f s of CPU   %s, %.2f x without the archive of classes (%.2f s)",
                archived, Bench.BOUNDS.most("CPU of status", archived, 1.0, "s"), archived / plain, plain);
    }

    /** Seconds of CPU, of all processes. */
    private double status(Map<String, String> more) {
        Command status = house.command("status");
        List<String> words = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null", "-"));
        words.addAll(status.words());
        Command.Outcome outcome = new Command(words, status.environment(), status.deadline())
                .with(more)
                .run();
        String[] times = outcome.err().strip().split("\\s+");
        if (outcome.exit() != 0 || times.length != 2) {
            throw new EndToEndException("status ended with " + outcome.exit() + ": " + outcome.err());
        }
        return Double.parseDouble(times[0]) + Double.parseDouble(times[1]);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
