package io.beanpole.deploy.local;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.aws.AssumedRole;
import io.beanpole.deploy.aws.AwsAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a running local cloud says of itself in its ready file. */
public record LocalCloudState(
        long pid, URI endpoint, String region, AccessKey key, String runtime, Map<String, String> database) {
    private static final String FILE = "local-cloud.json";

    /** Reads the ready file of a data directory; empty if there is none. */
    static Optional<LocalCloudState> read(Path data) {
        var file = data.resolve(FILE);
        try {
            var root = JsonMapper.shared().readTree(Files.readString(file));
            var database = new TreeMap<String, String>();
            root.path("database")
                    .properties()
                    .forEach(field ->
                            database.put(field.getKey(), field.getValue().asString()));
            return Optional.of(new LocalCloudState(
                    root.required("pid").asLong(),
                    URI.create(root.required("endpoint").asString()),
                    root.required("region").asString(),
                    new AccessKey(
                            root.required("accessKeyId").asString(),
                            root.required("secretAccessKey").asString()),
                    root.required("runtime").asString(),
                    database));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new DeployException("Could not read " + file + ": " + e.getMessage(), "Remove the file.", e);
        }
    }

    /** How to reach it as one reaches AWS. */
    public AwsAccess access() {
        return access(null);
    }

    /** The same by way of a role; null for none. */
    public AwsAccess access(@Nullable AssumedRole role) {
        return new AwsAccess(region, endpoint, null, key, role);
    }

    /** Whether its instances are containers, which need complete images. */
    public boolean runsContainers() {
        return !runtime.equals("host");
    }

    @Override
    public String toString() {
        return "LocalCloudState[" + endpoint + ", pid " + pid + "]";
    }
}
