package io.beanpole.cloud.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a container program reads before a pull, in a directory that only its owner can read, gone after the pull: the
 * login, and that the registry speaks plain HTTP.
 */
final class RegistryFiles implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;

    RegistryFiles(Path parent, RegistryLogin login) {
        try {
            Files.createDirectories(parent);
            directory = Files.createTempDirectory(
                    parent,
                    "login-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(login(), JSON.writeValueAsString(credentials(login)), StandardCharsets.UTF_8);
            Files.writeString(registries(), location(login), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InstanceException(
                    "Writing the registry's login below " + parent + " failed: " + e.getMessage(), e);
        }
    }

    Path directory() {
        return directory;
    }

    Path login() {
        return directory.resolve("config.json");
    }

    Path registries() {
        return directory.resolve("registries.conf");
    }

    @Override
    public void close() {
        FileTree.delete(directory);
    }

    private static Map<String, Object> credentials(RegistryLogin login) {
        String pair = login.username() + ":" + login.password();
        Map<String, String> auth =
                Map.of("auth", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        return Map.of("auths", Map.of(login.registry(), auth));
    }

    private static String location(RegistryLogin login) {
        return """
                [[registry]]
                location = "%s"
                insecure = true
                """.formatted(login.registry());
    }
}
