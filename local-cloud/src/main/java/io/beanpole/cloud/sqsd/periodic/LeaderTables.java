package io.beanpole.cloud.sqsd.periodic;

import io.beanpole.cloud.CloudException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables {@code AWSEBWorkerCronLeaderRegistry}, one for each worker environment. */
public final class LeaderTables {
    private final Path directory;
    private final Map<String, LeaderTable> tables = new ConcurrentHashMap<>();

    /** @param directory where what was scheduled last is kept */
    public LeaderTables(Path directory) {
        this.directory = directory;
    }

    /** The same one for all daemons of an environment. */
    public LeaderTable of(String environmentId) {
        return tables.computeIfAbsent(environmentId, id -> new KeptLeaderTable(file(id)));
    }

    /** When the environment is terminated. */
    public void delete(String environmentId) {
        tables.remove(environmentId);
        try {
            Files.deleteIfExists(file(environmentId));
        } catch (IOException e) {
            throw new CloudException("The schedule of " + environmentId + " could not be deleted: " + e, e);
        }
    }

    private Path file(String environmentId) {
        return directory.resolve(environmentId + ".json");
    }
}
