package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.StageSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Asks for a name to be typed before something that hurts when it was meant for another place. */
public final class Confirmation {
    @Option(names = "--yes", description = "Ask nothing; where a name has to be typed, --confirm gives it.")
    private boolean yes;

    @Option(names = "--confirm", paramLabel = "NAME", description = "The name that would have to be typed.")
    private @Nullable String confirmed;

    /** Before a change to a stage: one that is marked {@code production} asks for its name. */
    public void allow(Shell shell, StageSpec stage, String what) {
        if (stage.production()) {
            require(shell, stage.name(), what + " in " + stage.name() + ", which is production");
        }
    }

    /**
     * Returns only when the name was typed, or given with --yes --confirm.
     *
     * @param what will happen, as in "Deletes all 12 messages of the queue"
     */
    public void require(Shell shell, String name, String what) {
        var answer = yes || confirmed != null
                ? confirmed
                : shell.ask(what + ". Type " + name + " to go on: ").orElse(null);
        if (answer == null) {
            throw new DeployException(
                    what + ": this needs its name, and nothing was done.",
                    "Type the name at a terminal, or run it with --yes --confirm " + name + ".");
        }
        if (!answer.strip().equals(name)) {
            throw new DeployException("'" + answer.strip() + "' is not " + name + "; nothing was done.");
        }
    }
}
