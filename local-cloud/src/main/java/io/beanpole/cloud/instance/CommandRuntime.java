package io.beanpole.cloud.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Containers by podman or docker. What podman needs on a plain machine was measured: runc and explicit ulimits. Secrets
 * travel in files of mode 0600, never on a command line that {@code ps} shows.
 */
final class CommandRuntime implements ContainerRuntime {
    private static final Duration PULL = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final ContainerProgram program;
    private final Path directory;
    private final Supplier<RegistryLogin> login;
    private final Processes processes = new Processes();
    private final String label;

    CommandRuntime(ContainerProgram program, Path directory, Supplier<RegistryLogin> login) {
        this.program = program;
        this.directory = directory.toAbsolutePath();
        this.login = login;
        this.label = "io.beanpole.data=" + this.directory;
        removeLeftovers();
    }

    @Override
    public String name() {
        return program.command();
    }

    /** An image that no registry has may have been built or loaded here. */
    @Override
    public void pull(String image) {
        try (RegistryFiles files = new RegistryFiles(directory, login.get())) {
            processes.run(
                    program.line(List.of("pull", "--quiet"), program.pullFlags(), List.of(image)),
                    program.registryEnvironment(files),
                    PULL);
        } catch (InstanceException e) {
            if (quick("image", "inspect", "--format", "{{.Id}}", image).isBlank()) {
                throw e;
            }
        }
    }

    @Override
    public Container start(ContainerSpec spec) {
        String name = "beanpole-" + spec.instanceId() + "-" + spec.definition().name();
        try {
            Path environment = environmentFile(spec);
            Path temporary =
                    Files.createDirectories(spec.directory().toAbsolutePath().resolve("tmp"));
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
            remove(name);
            Process process = processes.start(
                    program.line(run(spec, name, environment, temporary), List.of(), List.of()),
                    Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "HOME", home()),
                    spec.directory());
            return new Running(new ContainerProcess(process, spec.log(), name), name);
        } catch (IOException e) {
            throw new InstanceException("Preparing the container " + name + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        removeLeftovers();
        processes.close();
    }

    private List<String> run(ContainerSpec spec, String name, Path environment, Path temporary) {
        ContainerDefinition definition = spec.definition();
        List<String> run = new ArrayList<>(List.of("run", "--pull", "never", "--name", name));
        run.addAll(List.of("--label", label, "--label", "io.beanpole.instance=" + spec.instanceId()));
        run.addAll(List.of("--network", "host", "--cap-drop", "all", "--security-opt", "no-new-privileges"));
        run.addAll(List.of("--ulimit", "nofile=4096:4096", "--ulimit", "nproc=4096:4096", "--pids-limit", "1024"));
        run.addAll(List.of("--memory", definition.memoryMiB() + "m", "--log-driver", "none"));
        run.addAll(List.of("--volume", temporary + ":/tmp", "--env-file", environment.toString()));
        List<String> words = new ArrayList<>(definition.entryPoint());
        if (!words.isEmpty()) {
            run.addAll(List.of("--entrypoint", words.remove(0)));
        }
        run.add(definition.image());
        run.addAll(words);
        run.addAll(definition.command());
        return run;
    }

    private Path environmentFile(ContainerSpec spec) throws IOException {
        StringBuilder lines = new StringBuilder();
        spec.environment().forEach((name, value) -> {
            if (value.contains("\n") || value.contains("\r")) {
                throw new InstanceException(
                        "The environment property " + name + " has a line break; a container can't be given that.");
            }
            lines.append(name).append('=').append(value).append('\n');
        });
        Path file = spec.directory().toAbsolutePath().resolve(spec.definition().name() + ".env");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, lines, StandardCharsets.UTF_8);
    }

    private static String home() {
        return System.getProperty("user.home", "/");
    }

    private void removeLeftovers() {
        String ids = quick("ps", "--all", "--quiet", "--filter", "label=" + label);
        for (String id : ids.lines().filter(line -> !line.isBlank()).toList()) {
            remove(id);
        }
    }

    private void remove(String name) {
        quick("rm", "--force", "--volumes", name);
    }

    /** Empty when it fails: asked only of what may be gone already. */
    private String quick(String... words) {
        try {
            return processes.run(program.line(List.of(words), List.of(), List.of()), new HashMap<>(), SHORT);
        } catch (InstanceException gone) {
            return "";
        }
    }

    /** A container whose client process is ours and whose processes are the runtime's. */
    private final class Running implements Container {
        private final ContainerProcess client;
        private final String name;

        Running(ContainerProcess client, String name) {
            this.client = client;
            this.name = name;
        }

        @Override
        public boolean isAlive() {
            return client.isAlive();
        }

        @Override
        public int exitCode() {
            return client.exitCode();
        }

        /** Asked of the container itself, which therefore stays until it is stopped or started again. */
        @Override
        public boolean ranOutOfMemory() {
            return quick("inspect", "--format", "{{.State.OOMKilled}}", name).equals("true");
        }

        @Override
        public OptionalLong pid() {
            String pid = quick("inspect", "--format", "{{.State.Pid}}", name);
            return pid.matches("[1-9][0-9]*") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
        }

        @Override
        public void stop(Duration grace) {
            quick("stop", "--time", String.valueOf(Math.max(1, grace.toSeconds())), name);
            remove(name);
            client.stop(Duration.ofSeconds(2));
        }
    }
}
