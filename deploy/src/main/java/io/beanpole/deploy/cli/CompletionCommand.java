package io.beanpole.deploy.cli;

import io.beanpole.deploy.cli.shell.Shell;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: what a shell reads so that the tabulator key completes commands and options. */
@Command(
        name = "completion",
        description = "Print the script that lets bash or zsh complete commands and options.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  ./beanpole completion bash", "  ./beanpole completion zsh"})
final class CompletionCommand implements Runnable {
    /** zsh reads scripts for bash's completion once these two are loaded. */
    private static final String FOR_ZSH =
            "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    private final Shell shell;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SHELL",
            description = "${COMPLETION-CANDIDATES}. Load it by: source <(./beanpole completion bash)")
    private Kind kind = Kind.BASH;

    CompletionCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void run() {
        var script = AutoComplete.bash("beanpole", spec.root().commandLine());
        shell.print((kind == Kind.ZSH ? FOR_ZSH : "") + script);
    }

    /** The shells that are known. */
    enum Kind {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
