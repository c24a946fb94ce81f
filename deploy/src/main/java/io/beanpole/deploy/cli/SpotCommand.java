package io.beanpole.deploy.cli;

import io.beanpole.deploy.local.SpotInterruptions;
import io.beanpole.deploy.local.SpotShortage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code spot}: takes a Spot instance of the local cloud away, as EC2 does when it needs it back. */
@Command(
        name = "spot",
        description = "Interrupt Spot instances of the local stage, or let their capacity run out.",
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

    /** {@code spot shortage}: none is to be had. */
    @Command(
            name = "shortage",
            description =
                    "Let the local cloud run out of Spot capacity: groups that want more say so in their activities,"
                            + " as on AWS.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = {"  ./beanpole spot shortage on", "  ./beanpole spot shortage off"})
    Integer shortage(@Parameters(paramLabel = "on|off", description = "Whether it is short.") Shortage state) {
        new SpotShortage(beanpole.checkout().runningLocalCloud()).set(state == Shortage.ON);
        beanpole.print(
                state == Shortage.ON
                        ? "There is no Spot capacity from now on."
                        : "There is Spot capacity again; groups ask for it within half a minute.");
        return 0;
    }

    /** As it is typed. */
    enum Shortage {
        ON,
        OFF
    }
}
