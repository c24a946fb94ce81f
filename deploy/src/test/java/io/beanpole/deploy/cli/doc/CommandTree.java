package io.beanpole.deploy.cli.doc;

import io.beanpole.deploy.cli.Beanpole;
import io.beanpole.deploy.cli.Examples;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.stage.StateDirectory;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** All commands that people see, parents before their children, as the documents and rules read them. */
final class CommandTree {
    private CommandTree() {}

    static CommandLine root() {
        return Beanpole.commandLine(new Checkout(new StateDirectory(Golden.ROOT, Golden.ROOT.resolve("none"))));
    }

    static List<CommandLine> all() {
        var all = new ArrayList<CommandLine>();
        add(root(), all);
        return all;
    }

    static List<CommandLine> leaves() {
        return all().stream().filter(each -> each.getSubcommands().isEmpty()).toList();
    }

    /** Those that do something when they are called without a sub-command, too. */
    static boolean isLeaf(CommandLine command) {
        return command.getSubcommands().isEmpty();
    }

    private static void add(CommandLine parent, List<CommandLine> all) {
        parent.getSubcommands().values().stream()
                .distinct()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .forEach(each -> {
                    all.add(each);
                    add(each, all);
                });
    }

    /** The words of each example in a command's help. */
    static List<List<String>> examples(CommandLine command) {
        return Examples.of(command);
    }

    static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description())
                .strip();
    }
}
