package io.beanpole.cloud.instance.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instance's own file tree. There is no chroot: the absolute paths that a text names are moved below its root, save
 * those of programs and devices, so that commands use the programs of this machine and leave its files alone. It keeps
 * honest commands apart; it is no wall against hostile ones.
 */
public final class Sandbox {
    /** Absolute paths at the beginning of a word, not the inner part of another path or of an address. */
    private static final Pattern MOVED = Pattern.compile(
            "(?<![\\w./~$}*?\\]-])/(?=(?:etc|var|opt|tmp|home|root|srv|mnt|media|run|app|usr/(?:local|share|lib))"
                    + "(?:[/\\s\"'`:;,)&|<>}\\]]|$))",
            Pattern.MULTILINE);

    private final Path root;

    public Sandbox(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The text with every path that the instance has for itself moved below the root. */
    public String moved(String text) {
        return MOVED.matcher(text).replaceAll(Matcher.quoteReplacement(root + "/"));
    }

    /**
     * Where an absolute path of the instance is.
     *
     * @throws SandboxException when it leads out of the instance
     */
    public Path place(String path) {
        Path place = root.resolve(path.replaceFirst("^/+", "")).normalize();
        if (!place.startsWith(root)) {
            throw new SandboxException("The path " + path + " leads out of the instance; name an absolute one in it.");
        }
        return place;
    }

    /** The same, as a directory that is there. */
    public Path directory(String path) {
        return made(place(path));
    }

    Path root() {
        return made(root);
    }

    /** Writes a file with the directories that it needs; what was there stays beside it with {@code .bak}, as AWS does. */
    public void write(String path, byte[] content, String permissions) {
        Path place = place(path);
        try {
            Files.createDirectories(place.resolveSibling("").normalize());
            if (Files.exists(place)) {
                Files.move(
                        place, place.resolveSibling(place.getFileName() + ".bak"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(place, content);
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new SandboxException("Writing the file " + path + " of the instance failed: " + e.getMessage(), e);
        }
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Making the directory " + directory + " failed", e);
        }
    }
}
