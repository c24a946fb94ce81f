package io.beanpole.cloud.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The load of the machine over one, five and fifteen minutes: all instances share it here. */
public final class LoadAverage {
    private static final Path FILE = Path.of("/proc/loadavg");

    private LoadAverage() {}

    /** Empty where the operating system doesn't tell. */
    public static List<Double> now() {
        try {
            String text = Files.readString(FILE, StandardCharsets.US_ASCII);
            return Stream.of(text.split(" ")).limit(3).map(Double::valueOf).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
