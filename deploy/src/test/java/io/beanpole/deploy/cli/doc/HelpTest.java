package io.beanpole.deploy.cli.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.beanpole.deploy.cli.Subjects;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The manners of every command's help. */
class HelpTest {
    static List<CommandLine> commands() {
        return CommandTree.all();
    }

    static List<CommandLine> leaves() {
        return CommandTree.leaves();
    }

    static List<CommandLine> topLevel() {
        return CommandTree.all().stream()
                .filter(each -> each.getParent().getParent() == null)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaves")
    void everyCommandHasAnExample(CommandLine command) {
        assertThat(CommandTree.examples(command))
                .as(command.getCommandSpec().qualifiedName())
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void everyExampleParsesAndIsOneOfItsCommand(CommandLine command) {
        var name = command.getCommandSpec().qualifiedName();
        for (var words : CommandTree.examples(command)) {
            assertThat("beanpole " + String.join(" ", words))
                    .as("an example of " + name)
                    .startsWith(name);
            assertThatCode(() -> CommandTree.root().parseArgs(words.toArray(String[]::new)))
                    .as(String.join(" ", words))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void everyDescriptionIsASentenceInTheImperative(CommandLine command) {
        assertThat(CommandTree.description(command))
                .as(command.getCommandSpec().qualifiedName())
                .matches("(?s)[A-Z].*[.)\"]")
                .doesNotMatch("(?s)(Shows|Prints|Lists|Deploys|Sends|Creates|This command).*");
        for (var option : command.getCommandSpec().options()) {
            assertThat(String.join(" ", option.description()))
                    .as(command.getCommandSpec().qualifiedName() + " " + option.longestName())
                    .isNotBlank()
                    .endsWith(".");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void whatPrintsJsonSaysItsShape(CommandLine command) {
        var mixins = command.getCommandSpec().mixins().values();
        if (mixins.stream().anyMatch(each -> each.userObject() instanceof Output)) {
            assertThat(command.getCommandSpec().userObject().getClass().getAnnotationsByType(JsonShape.class))
                    .as(command.getCommandSpec().qualifiedName() + " has --json, so it needs @JsonShape")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topLevel")
    void everyCommandStandsUnderASubject(CommandLine command) {
        assertThat(Subjects.of(command.getCommandName()))
                .as("Subjects has no place for " + command.getCommandName())
                .isPresent();
    }
}
