package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody names at the command line. */
final class CheckoutFile {
    private CheckoutFile() {}

    /** One to read: from the working directory where it is there, else from the checkout. */
    static Path toRead(Shell shell, String name) {
        var here = Path.of(name);
        return Files.exists(here) ? here : toWrite(shell, name);
    }

    /** One to write: in the checkout unless the name says where. */
    static Path toWrite(Shell shell, String name) {
        return shell.checkout().directory().root().resolve(name);
    }
}
