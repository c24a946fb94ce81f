package io.beanpole.cloud.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Containers without a container runtime: the image's layers unpacked, its entrypoint run on this machine's JVM. */
final class HostRuntime implements ContainerRuntime {
    private final ImageStore images;
    private final Processes processes = new Processes();

    HostRuntime(Path directory, Supplier<RegistryLogin> login) {
        this.images = new ImageStore(directory.resolve("images"), login);
    }

    @Override
    public String name() {
        return "host";
    }

    @Override
    public void pull(String image) {
        images.pull(image);
    }

    @Override
    public Container start(ContainerSpec spec) {
        ContainerDefinition definition = spec.definition();
        HostImage image = images.pull(definition.image());
        Path root = spec.directory().resolve("root").resolve(definition.name());
        HostCommand command = new HostCommand(root);
        try {
            Path temporary = Files.createDirectories(spec.directory().resolve("tmp"));
            unpack(image, root, command);
            Process process = processes.start(
                    command.line(image, definition, temporary),
                    command.environment(image, spec.environment(), spec.directory()),
                    workingDirectory(image, root));
            return new LimitedProcess(process, spec);
        } catch (IOException e) {
            throw new InstanceException(
                    "Unpacking the image " + definition.image() + " for " + spec.instanceId() + " failed: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        processes.close();
    }

    /** Anew at each start, as a container starts with a fresh file system. */
    private static void unpack(HostImage image, Path root, HostCommand command) throws IOException {
        FileTree.delete(root);
        Files.createDirectories(root);
        for (Path layer : image.layers()) {
            FileTree.overlay(layer, root);
        }
        Path app = Files.createDirectories(root.resolve("app"));
        try (Stream<Path> arguments = Files.list(app)) {
            for (Path file : arguments.filter(HostRuntime::isArgumentFile).toList()) {
                Files.writeString(file, command.moved(Files.readString(file)));
            }
        }
    }

    private static boolean isArgumentFile(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().matches("jib-.*-file|.*\\.argfile");
    }

    private static Path workingDirectory(HostImage image, Path root) {
        String wanted = image.workingDirectory().isEmpty() ? "/app" : image.workingDirectory();
        Path inside = root.resolve(wanted.replaceFirst("^/+", "")).normalize();
        return inside.startsWith(root) && Files.isDirectory(inside) ? inside : root;
    }
}
