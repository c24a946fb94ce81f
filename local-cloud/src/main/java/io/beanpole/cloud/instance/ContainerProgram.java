package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The programs that run containers, and where their command lines differ. */
enum ContainerProgram {
    /** Needs runc (crun and the defaults fail on a plain machine) and is told that our registry has no TLS. */
    PODMAN("podman", List.of("--runtime", "runc"), List.of("--tls-verify=false")),
    /** Takes a registry on loopback without TLS by itself. */
    DOCKER("docker", List.of(), List.of());

    private final String command;
    private final List<String> globalFlags;
    private final List<String> pullFlags;

    ContainerProgram(String command, List<String> globalFlags, List<String> pullFlags) {
        this.command = command;
        this.globalFlags = globalFlags;
        this.pullFlags = pullFlags;
    }

    String command() {
        return command;
    }

    List<String> pullFlags() {
        return pullFlags;
    }

    List<String> line(List<String> words, List<String> flags, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(globalFlags);
        line.addAll(words);
        line.addAll(flags);
        line.addAll(arguments);
        return line;
    }

    /** Names the files with the registry's login and address. */
    Map<String, String> registryEnvironment(RegistryFiles files) {
        return this == PODMAN
                ? Map.of(
                        "REGISTRY_AUTH_FILE", files.login().toString(),
                        "CONTAINERS_REGISTRIES_CONF", files.registries().toString())
                : Map.of("DOCKER_CONFIG", files.directory().toString());
    }
}
