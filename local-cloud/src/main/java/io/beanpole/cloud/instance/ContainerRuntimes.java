package io.beanpole.cloud.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Chooses what runs containers: by name, or whatever really can on this machine. */
public final class ContainerRuntimes {
    private static final Duration PROBE = Duration.ofSeconds(20);
    private static final String IMAGE = "localhost/beanpole-probe:1";

    private final Path directory;
    private final Supplier<RegistryLogin> login;
    private final Consumer<String> news;

    /** @param news hears, in a sentence each, why a container program isn't used */
    public ContainerRuntimes(Path directory, Supplier<RegistryLogin> login, Consumer<String> news) {
        this.directory = directory;
        this.login = login;
        this.news = news;
    }

    /** One of {@code auto}, {@code podman}, {@code docker} and {@code host}. */
    public ContainerRuntime named(String name) {
        return switch (name) {
            case "host" -> new HostRuntime(directory, login);
            case "podman" -> demanded(ContainerProgram.PODMAN);
            case "docker" -> demanded(ContainerProgram.DOCKER);
            case "auto" -> usable();
            default ->
                throw new InstanceException(
                        "There is no container runtime called " + name + "; choose auto, podman, docker or host.");
        };
    }

    private ContainerRuntime usable() {
        for (ContainerProgram program : ContainerProgram.values()) {
            try {
                probe(program);
                return new CommandRuntime(program, directory, login);
            } catch (InstanceException e) {
                news.accept(program.command() + " is not used: " + e.getMessage());
            }
        }
        news.accept("Images are unpacked and run on this machine's JVM.");
        return new HostRuntime(directory, login);
    }

    private ContainerRuntime demanded(ContainerProgram program) {
        try {
            probe(program);
        } catch (InstanceException e) {
            throw new InstanceException(
                    program.command() + " can't run a container on this machine: " + e.getMessage()
                            + " Use --runtime host to do without.",
                    e);
        }
        return new CommandRuntime(program, directory, login);
    }

    /**
     * Really runs a container with the flags that instances get. Its image is an empty file system with this machine's
     * programs mounted read-only, so it needs no image from anywhere.
     */
    private static void probe(ContainerProgram program) {
        try (Processes processes = new Processes()) {
            Path empty = Files.createTempFile("beanpole-probe", ".tar");
            try {
                writeEmptyImage(empty);
                processes.run(
                        program.line(List.of("import", empty.toString(), IMAGE), List.of(), List.of()),
                        Map.of(),
                        PROBE);
            } finally {
                Files.delete(empty);
            }
            List<String> run = List.of(
                    "run", "--rm", "--pull", "never", "--network", "host", "--cap-drop", "all", "--memory", "64m");
            List<String> limits =
                    List.of("--ulimit", "nofile=4096:4096", "--ulimit", "nproc=4096:4096", "--pids-limit", "64");
            processes.run(
                    program.line(
                            run,
                            limits,
                            List.of(
                                    "--volume",
                                    "/usr:/usr:ro",
                                    "--volume",
                                    "/lib:/lib:ro",
                                    "--volume",
                                    "/lib64:/lib64:ro",
                                    "--entrypoint",
                                    "/usr/bin/true",
                                    IMAGE)),
                    Map.of(),
                    PROBE);
        } catch (IOException e) {
            throw new InstanceException("Writing the image of the probe failed: " + e.getMessage(), e);
        }
    }

    private static void writeEmptyImage(Path file) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            tar.putArchiveEntry(new TarArchiveEntry("app/"));
            tar.closeArchiveEntry();
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
}
