package io.beanpole.deploy.cli.release;

import io.beanpole.deploy.cli.shell.Shell;
import java.util.List;

/**
 * Says at Ctrl-C that what was asked for goes on, and how to follow it again; the process ends with 130 then, as any that
 * SIGINT ended.
 */
final class Reattachment implements AutoCloseable {
    private final Thread hook;

    /** @param names of the environments that were asked */
    Reattachment(Shell shell, String stage, List<String> names) {
        this(shell, stage, names, "");
    }

    private Reattachment(Shell shell, String stage, List<String> names, String more) {
        var name = names.size() == 1 ? names.get(0) : "ENVIRONMENT";
        hook = new Thread(
                () -> shell.progress()
                        .say("beanpole: nobody follows it any more, but what was asked for goes on. ./beanpole watch "
                                + name + " --stage " + stage + " follows it to its end; ./beanpole abort " + name
                                + " --stage " + stage + " stops it." + more),
                "reattachment");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The same for a release in waves, which nobody goes on with then. */
    static Reattachment ofRelease(Shell shell, String stage, List<String> names) {
        return new Reattachment(
                shell,
                stage,
                names,
                " Environments that were not asked yet stay as they are, and nothing goes back by itself:"
                        + " ./beanpole rollback --release last --stage " + stage + " takes back what was changed.");
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // The process is ending, and the hook speaks.
        }
    }
}
