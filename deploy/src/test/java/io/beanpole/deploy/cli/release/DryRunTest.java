package io.beanpole.deploy.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.cli.shell.Checkout;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Where the sentences of a dry run go. */
class DryRunTest {
    private final HeardShell shell = new HeardShell();

    @Test
    void aPersonReadsThemOnStandardOutput() {
        DryRun.tell(shell, new Output(), List.of("web would go back."));

        assertThat(shell.printed).containsExactly("web would go back.");
    }

    @Test
    void aProgramThatExpectsJsonNeverFindsThemThere() {
        DryRun.tell(shell, CommandLine.populateCommand(new Output(), "--json"), List.of("web would go back."));

        assertThat(shell.printed).isEmpty();
        assertThat(shell.said).containsExactly("web would go back.");
    }

    /** Keeps what is said and printed. */
    private static final class HeardShell implements Shell {
        final List<String> printed = new ArrayList<>();
        final List<String> said = new ArrayList<>();

        @Override
        public Checkout checkout() {
            throw new IllegalStateException("A dry run that only speaks needs no checkout.");
        }

        @Override
        public Progress progress() {
            return said::add;
        }

        @Override
        public void print(String line) {
            printed.add(line);
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.empty();
        }
    }
}
