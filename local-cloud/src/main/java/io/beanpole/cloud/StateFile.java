package io.beanpole.cloud;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service keeps over a restart: one JSON file, replaced as a whole, so a crash leaves the old or the new one.
 * Only the owner of the process can read it.
 *
 * @param <T> a record of what is kept
 */
public final class StateFile<T> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultVisibility(any -> any.withIsGetterVisibility(Visibility.NONE))
            .build();

    private final Path file;
    private final Class<T> type;

    public StateFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /** Reads what was kept, or gives {@code first} when nothing was. */
    public T read(Supplier<T> first) {
        if (!Files.exists(file)) {
            return first.get();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (IOException | JacksonException e) {
            throw new CloudException(
                    "Tried to read " + file + ", but it is damaged: " + e.getMessage()
                            + ". Move it away to start without what it kept.",
                    e);
        }
    }

    /** Keeps {@code state} in place of what was kept. */
    public synchronized void write(T state) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CloudException("Tried to keep state in " + file + ": " + e.getMessage(), e);
        }
    }
}
