package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.spec.BaseSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** The base images that were made on this machine, kept as archives by recipe. */
public final class BaseImages {
    private final Path folder;
    private final Progress progress;

    /** Keeps the archives in a folder of the state directory. */
    public BaseImages(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** What the image of this base is tagged with: its recipe's key. */
    public static String tag(BaseSpec base) {
        return new BaseRecipe(base).key();
    }

    /** Whether the archive is here, or this machine can make it. */
    public boolean isAvailable(BaseSpec base) {
        return Files.exists(archive(base)) || RootFileSystem.isPossible();
    }

    /** The archive of a base image, made now if it isn't kept already. */
    public Path archive(BaseSpec base, boolean rebuild) {
        var archive = archive(base);
        if (Files.exists(archive) && !rebuild) {
            return archive;
        }
        if (!RootFileSystem.isPossible()) {
            throw new DeployException(
                    "The base image " + base.name() + " is made by mmdebstrap, which is not installed here.",
                    "On Debian: apt-get install mmdebstrap. Elsewhere: copy .beanpole/base/ from a machine that has it.");
        }
        return make(base, archive);
    }

    private Path make(BaseSpec base, Path archive) {
        var says = progress.of("base image " + base.name());
        says.say("making it with mmdebstrap, once; this takes about a minute");
        try {
            Files.createDirectories(folder);
            var work = Files.createTempDirectory(folder, base.name() + "-");
            try {
                var unfinished = work.resolve("image.tar");
                new RootFileSystem(new BaseRecipe(base), says)
                        .make(work)
                        .write(unfinished, "localhost/" + base.repository() + ":" + tag(base));
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                deleteAll(work);
            }
            deleteOlder(base, archive);
            says.say("kept in " + archive + " (" + Files.size(archive) / 1_000_000 + " MB)");
            return archive;
        } catch (IOException e) {
            throw new DeployException("Could not keep the base image " + base.name() + " in " + folder + ": " + e, e);
        }
    }

    private Path archive(BaseSpec base) {
        return folder.resolve(base.name() + "-" + tag(base) + ".tar");
    }

    /** An archive of an older recipe will not be asked for again. */
    private void deleteOlder(BaseSpec base, Path newest) throws IOException {
        var older = base.name() + "-" + BaseRecipe.SUITE + "-*.tar";
        try (var archives = Files.newDirectoryStream(folder, older)) {
            for (var archive : archives) {
                if (!archive.equals(newest)) {
                    Files.delete(archive);
                }
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
