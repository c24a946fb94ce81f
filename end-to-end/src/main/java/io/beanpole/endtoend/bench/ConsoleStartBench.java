package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.display.Display;
import io.beanpole.endtoend.packaging.CloudToSee;
import io.beanpole.endtoend.packaging.ConsoleJars;
import io.beanpole.endtoend.packaging.ConsoleStart;
import io.beanpole.endtoend.packaging.QuickStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long a person waits for the console: until the first picture with an environment, from an archive of classes and without. */
record ConsoleStartBench(Path root, Path directory) {
    private static final int ROUNDS = 5;

    void run() throws IOException {
        Files.createDirectories(directory);
        Path archive = directory.resolve("console.jsa");
        try (CloudToSee cloud = CloudToSee.start(root, directory);
                Display display = Display.open(root)) {
            Map<String, String> variables = new TreeMap<>(cloud.variables());
            variables.putAll(display.environment());
            ConsoleStart.of(words(display, "-XX:ArchiveClassesAtExit=" + archive), variables);
            if (Files.notExists(archive)) {
                throw new EndToEndException("The console's start wrote no archive of classes " + archive + ".");
            }
            List<ConsoleStart> with = new ArrayList<>();
            List<ConsoleStart> without = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                with.add(ConsoleStart.of(words(display, "-XX:SharedArchiveFile=" + archive), variables));
                without.add(ConsoleStart.of(words(display, "-Xshare:auto"), variables));
            }
            say(display, median(with), median(without));
        }
    }

    private static void say(Display display, double archived, double plain) {
        Bench.say(
                "console, first environments: %.2f s   %s, %.2f x without the archive of classes (%.2f s), under %s",
                archived,
                Bench.BOUNDS.most("start of the console", archived, 2.0, "s"),
                archived / plain,
                plain,
                display.name());
    }

    private List<String> words(Display display, String archive) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), archive, "-Xlog:disable"));
        words.addAll(QuickStart.OPTIONS);
        words.addAll(display.options());
        words.addAll(List.of("-cp", ConsoleJars.of(root).classPath(display.libraries()), ConsoleJars.START));
        return words;
    }

    private static double median(List<ConsoleStart> starts) {
        return starts.stream().mapToDouble(ConsoleStart::useful).sorted().toArray()[starts.size() / 2];
    }
}
