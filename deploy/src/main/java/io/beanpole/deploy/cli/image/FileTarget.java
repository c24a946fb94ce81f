package io.beanpole.deploy.cli.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice to write what was made into a folder, which overwrites nothing unasked. */
final class FileTarget {
    @Option(names = "--write", paramLabel = "FOLDER", description = "Write it into this folder.")
    private @Nullable Path folder;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    /** Writes the files by their names, if that was asked for. */
    void write(Shell shell, Map<String, String> files) {
        if (folder == null) {
            return;
        }
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            if (Files.exists(path) && !overwrite) {
                throw new DeployException(path + " is there already; nothing was written.", "Say --overwrite.");
            }
            shell.progress().say((dryRun ? "Would write " : "Wrote ") + path + ".");
            if (!dryRun) {
                write(path, file.getValue());
            }
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new DeployException("Could not write " + path + ": " + e.getMessage(), e);
        }
    }
}
