package io.beanpole.deploy.spec;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The secrets of one stage: made up at first use, then kept where only their owner can read. */
public final class Secrets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final int BYTES = 24;

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of this name, made now if there is none yet. */
    public String secret(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DeployException("the name of a secret must be lower-case letters, digits and hyphens.");
        }
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new DeployException("the secret could not be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    private void create(Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.TRUNCATE_EXISTING);
    }
}
