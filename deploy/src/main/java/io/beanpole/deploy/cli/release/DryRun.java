package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import java.util.List;

/** What a command would do, in sentences: on standard output, unless a program expects JSON there. */
final class DryRun {
    private DryRun() {}

    static void tell(Shell shell, Output output, List<String> sentences) {
        sentences.forEach(output.isJson() ? shell.progress()::say : shell::print);
    }
}
