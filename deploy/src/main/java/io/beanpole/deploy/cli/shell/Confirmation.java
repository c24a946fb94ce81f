package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.StageSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Asks for a name to be typed before something that hurts when it was meant for another place. */
public final class Confirmation {
    @Option(names = "--yes", description = "Ask nothing; where a name has to be typed, --confirm gives it.")
    private boolean yes;

    @Option(names = "--confirm", paramLabel = "NAME", description = "The name that would have to be typed.")
    private @Nullable String confirmed;

    /** Before a change to what deployment.yml says of a stage: production asks for its name. */
    public void allow(Shell shell, StageSpec stage, String what) {
        protection(shell, stage)
                .of(List.of())
                .ifPresent(guarded -> require(shell, guarded.name(), what + guarded.why()));
    }

    /**
     * Before a change to what has these names, whichever stage was named beside: production asks for its name, what no
     * stage describes for its own.
     *
     * @param names lanes, environments, queues or the URLs of queues, as they were given
     */
    public void allow(Shell shell, StageChoice stage, List<String> names, String what) {
        guarded(shell, stage, names).ifPresent(guarded -> require(shell, guarded.name(), what + guarded.why()));
    }

    /** Before what can't be undone: as {@link #allow}, and where that asks nothing, the name as it was given is asked for. */
    public void insist(Shell shell, StageChoice stage, String name, String what) {
        var guarded = guarded(shell, stage, List.of(name)).orElse(new Protection.Guarded(name, ""));
        require(shell, guarded.name(), what + guarded.why());
    }

    private static Optional<Protection.Guarded> guarded(Shell shell, StageChoice stage, List<String> names) {
        var subjects = names.stream().map(name -> stage.subject(shell, name)).toList();
        return protection(shell, stage.stage(shell)).of(subjects);
    }

    private static Protection protection(Shell shell, StageSpec stage) {
        var checkout = shell.checkout();
        return new Protection(checkout.spec(), checkout.isDescribed(), stage, checkout.choices());
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
