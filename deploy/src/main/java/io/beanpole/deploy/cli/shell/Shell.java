package io.beanpole.deploy.cli.shell;

import io.beanpole.deploy.Progress;
import java.util.Optional;

/** What a command speaks through: data to stdout, progress and questions to stderr, answers from stdin. */
public interface Shell {
    /** The checkout that the command works on. */
    Checkout checkout();

    /** Lines for the person who waits. */
    Progress progress();

    /** A line for whoever reads the outcome. */
    void print(String line);

    /** Asks the person and waits for a line; empty when nobody can answer because this is no terminal. */
    Optional<String> ask(String question);
}
