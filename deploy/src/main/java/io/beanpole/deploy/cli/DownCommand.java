package io.beanpole.deploy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code down}: no process left, all data kept. */
@Command(
        name = "down",
        description = "End every process of this checkout; the data stays for the next up.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole down"})
final class DownCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    DownCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var stopped = beanpole.checkout().localCloud().stop();
        beanpole.progress()
                .say(stopped ? "The local cloud has ended; its data is kept." : "The local cloud was not running.");
        return 0;
    }
}
