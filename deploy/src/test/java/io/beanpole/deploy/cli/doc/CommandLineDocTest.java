package io.beanpole.deploy.cli.doc;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.cli.Subjects;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** docs/command-line.md and the script's usage say what the commands are. */
class CommandLineDocTest {
    private static final String BEGIN = "Usage: ./beanpole COMMAND [OPTIONS]\n";
    private static final String END = "\n./beanpole COMMAND --help says more.\n";
    private static final int WIDTH = 112;
    private static final int NAME = 12;

    @Test
    void theDocumentHasEveryCommandWithItsOptionsAndExamples() throws IOException {
        Golden.of("docs/command-line.md").holds(document());
    }

    @Test
    void theScriptsUsageListsEveryCommandBySubject() throws IOException {
        var script = Files.readString(Golden.ROOT.resolve("beanpole"));
        var begin = script.indexOf(BEGIN);
        var end = script.indexOf(END);
        assertThat(begin).isPositive();
        assertThat(end).isGreaterThan(begin);
        var expected = script.substring(0, begin) + BEGIN + usage() + script.substring(end);

        Golden.of("beanpole").holds(expected);
    }

    private static String usage() {
        var lines = new ArrayList<String>();
        Subjects.all().forEach((title, names) -> {
            var present = names.stream().filter(name -> command(name) != null).toList();
            if (!present.isEmpty()) {
                lines.add("\n" + title);
                present.forEach(name -> lines.addAll(entry(name, CommandTree.description(command(name)))));
            }
        });
        lines.add("\nBeside them");
        Subjects.ofTheScript().forEach((name, what) -> lines.addAll(entry(name, what)));
        return String.join("\n", lines) + "\n";
    }

    private static CommandLine command(String name) {
        return CommandTree.root().getSubcommands().get(name);
    }

    /** A name and the first sentence of what it does, wrapped; commands below it are named. */
    private static List<String> entry(String name, String description) {
        var command = command(name);
        var below = command == null || CommandTree.isLeaf(command)
                ? ""
                : " (" + command.getSubcommands().keySet().stream().sorted().collect(Collectors.joining(", ")) + ")";
        var sentence = description.replaceFirst("(?s)(?<=[a-z)])\\. .*", ".") + below;
        var lines = new ArrayList<String>();
        var line = new StringBuilder(String.format(Locale.ROOT, "  %-" + NAME + "s", name));
        for (var word : sentence.split("\\s+")) {
            if (line.length() + word.length() + 1 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(NAME + 2));
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String document() {
        var text = new StringBuilder("""
                # The command line

                Written from the code by `CommandLineDocTest`; don't edit it. Data goes to stdout, progress to stderr; the exit code is 0 for done, 1 for failed, 2 for wrong usage. `--json` prints what [json.md](json.md) describes. Every command also knows `--help`, `--version` and:

                """);
        CommandTree.root().getCommandSpec().options().stream()
                .filter(OptionSpec::inherited)
                .forEach(option -> text.append(option(option)));
        CommandTree.root().getCommandSpec().options().stream()
                .filter(option -> option.scopeType() == CommandLine.ScopeType.INHERIT)
                .forEach(option -> text.append(option(option)));
        Subjects.all().forEach((title, names) -> {
            var commands = CommandTree.all().stream()
                    .filter(each -> names.contains(top(each)))
                    .toList();
            if (!commands.isEmpty()) {
                text.append("\n## ").append(title).append('\n');
                names.forEach(name -> commands.stream()
                        .filter(each -> top(each).equals(name))
                        .forEach(each -> text.append(section(each))));
            }
        });
        return text.toString();
    }

    private static String top(CommandLine command) {
        return command.getCommandSpec().qualifiedName().split(" ")[1];
    }

    private static String section(CommandLine command) {
        var text = new StringBuilder();
        var spec = command.getCommandSpec();
        text.append("\n### ").append(spec.qualifiedName().replaceFirst("beanpole ", ""));
        spec.positionalParameters().forEach(each -> text.append(' ').append(each.paramLabel()));
        text.append("\n").append(CommandTree.description(command)).append("\n\n");
        spec.positionalParameters()
                .forEach(each -> text.append("- `")
                        .append(each.paramLabel())
                        .append("` – ")
                        .append(joined(each.description()))
                        .append('\n'));
        spec.options().stream()
                .filter(each -> !each.inherited() && !each.usageHelp() && !each.versionHelp() && !each.hidden())
                .forEach(each -> text.append(option(each)));
        var examples = CommandTree.examples(command);
        if (!examples.isEmpty()) {
            text.append("\n```\n");
            Arrays.stream(spec.usageMessage().footer())
                    .forEach(line -> text.append(line.strip()).append('\n'));
            text.append("```\n");
        }
        return text.toString();
    }

    private static String option(OptionSpec option) {
        var label = option.arity().max() == 0 ? "" : " " + option.paramLabel().replaceAll("[<>]", "");
        var value = option.defaultValueString(true);
        return "- `" + option.longestName() + label + "` – "
                + joined(option.description()).replace("${DEFAULT-VALUE}", value == null ? "none" : value) + "\n";
    }

    private static String joined(String... description) {
        return String.join(" ", description).replace("%%", "%");
    }
}
