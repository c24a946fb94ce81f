package io.beanpole.endtoend.demo;

import io.beanpole.endtoend.Command;
import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.House;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code ./beanpole demo}: load to look at. Exit 0 if nothing was lost, 1 if something was or no house runs, 2 for usage. */
public final class Demo {
    private Demo() {}

    /**
     * Runs the demo.
     *
     * @param arguments the repository's folder, then the options
     */
    public static void main(String[] arguments) {
        // The sparklines need UTF-8, whatever the locale's encoding is.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> words = Arrays.asList(arguments);
        List<String> options = words.subList(Math.min(1, words.size()), words.size());
        if (options.contains("--help") || options.contains("-h")) {
            out.print(DemoOptions.USAGE);
            return;
        }
        System.exit(run(
                Path.of(words.isEmpty() ? "" : words.get(0)).toAbsolutePath().normalize(), options, out));
    }

    private static int run(Path root, List<String> words, PrintStream out) {
        DemoOptions options;
        try {
            options = DemoOptions.of(words);
        } catch (EndToEndException e) {
            System.err.println("beanpole: " + e.getMessage());
            System.err.print(DemoOptions.USAGE);
            return 2;
        }
        try {
            House house = runningHouse(root);
            Findings findings = new Demonstration(house, options, out, System.console() != null).run();
            new Report(findings).lines().forEach(out::println);
            return findings.isNothingLost() ? 0 : 1;
        } catch (EndToEndException | SdkException e) {
            System.err.println("beanpole: the demo broke off: " + e.getMessage());
            return 1;
        }
    }

    private static House runningHouse(Path root) {
        String state = System.getenv("BEANPOLE_STATE");
        House house = new House(root, state == null || state.isEmpty() ? root.resolve(".beanpole") : Path.of(state));
        Command.Outcome status = house.command("status", "--json").run();
        if (status.exit() != 0) {
            throw new EndToEndException(
                    "no house runs here that could be watched. Start one with ./beanpole up --detach. ("
                            + status.err().strip().replace('\n', ' ') + ")");
        }
        return house;
    }
}
