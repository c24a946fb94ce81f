package io.beanpole.deploy.cli;

import picocli.CommandLine;

/** What all commands have in common without saying so themselves, however deep in the tree they are. */
final class HouseStyle {
    private static final int HELP_WIDTH = 110;

    private HouseStyle() {}

    /** Gives every command the same version and the same width of help. */
    static CommandLine of(CommandLine commandLine) {
        commandLine.getCommandSpec().usageMessage().width(HELP_WIDTH);
        commandLine.getSubcommands().values().forEach(each -> {
            each.getCommandSpec().versionProvider(new Version());
            of(each);
        });
        return commandLine;
    }
}
