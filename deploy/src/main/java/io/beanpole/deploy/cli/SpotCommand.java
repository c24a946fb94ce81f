package io.beanpole.deploy.cli;

import io.beanpole.deploy.local.SpotInterruptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code spot}: takes a Spot instance of the local cloud away, as EC2 does when it needs it back. */
@Command(
        name = "spot",
        description = "Interrupt Spot instances of the local stage.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SpotCommand {
    private final Beanpole beanpole;

    SpotCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    /** {@code spot interrupt}: one instance. */
    @Command(
            name = "interrupt",
            description = "Announce the end of a Spot instance in its metadata; it gets SIGTERM two minutes later"
                    + " (sooner with up --speed), and its group replaces it.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = "  ./beanpole spot interrupt i-0123456789abcdef0")
    Integer interrupt(
            @Parameters(paramLabel = "INSTANCE", description = "Its id; status --json tells which are Spot.")
                    String instance) {
        var at = new SpotInterruptions(beanpole.checkout().runningLocalCloud()).interrupt(instance);
        beanpole.print("Instance " + instance + " will be ended at " + at + ".");
        return 0;
    }
}
