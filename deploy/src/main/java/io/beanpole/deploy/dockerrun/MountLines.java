package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.Container.Mount;
import io.beanpole.deploy.dockerrun.ContainerSet.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The volumes of the main container as people write them, a line each: {@code /on/the/host:/in/the/container}, or
 * {@code name:/in/the/container}, with {@code :ro} behind it where the container only reads.
 */
public final class MountLines {
    private static final Pattern LINE =
            Pattern.compile("(?<source>/?[A-Za-z0-9._-][^:\\s]*):(?<path>/[^:\\s]*)(?<readOnly>:ro)?");

    private MountLines() {}

    /** The lines of what a file says. */
    public static List<String> of(ContainerSet set) {
        return set.main()
                .map(main ->
                        main.mounts().stream().map(mount -> line(mount, set)).toList())
                .orElse(List.of());
    }

    /** Whether a line says a volume. */
    public static boolean isVolume(String line) {
        return LINE.matcher(line.strip()).matches();
    }

    /** The same containers, the main one with these volumes; volumes that nobody mounts any more go. */
    public static ContainerSet with(ContainerSet set, List<String> lines) {
        if (lines.equals(of(set)) || set.main().isEmpty()) {
            return set;
        }
        var volumes = new ArrayList<>(set.volumes());
        var main = set.main().get();
        var mounts = lines.stream().map(line -> mount(line, volumes)).toList();
        var changed = set.replacing(
                main,
                new Container(
                        main.name(),
                        main.isEssential(),
                        main.settings(),
                        main.entryPoint(),
                        main.links(),
                        mounts,
                        main.logDirectory()));
        var unused = main.mounts().stream()
                .map(Mount::volume)
                .filter(name -> changed.containers().stream()
                        .flatMap(container -> container.mounts().stream())
                        .noneMatch(mount -> mount.volume().equals(name)))
                .toList();
        volumes.removeIf(volume -> unused.contains(volume.name()));
        return new ContainerSet(changed.containers(), volumes, set.login());
    }

    private static String line(Mount mount, ContainerSet set) {
        var source = set.volumes().stream()
                .filter(volume -> volume.name().equals(mount.volume()))
                .map(Volume::hostPath)
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElse(mount.volume());
        return source + ":" + mount.containerPath() + (mount.isReadOnly() ? ":ro" : "");
    }

    private static Mount mount(String line, List<Volume> volumes) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new DockerrunSyntaxException("A volume is written host:container, not '" + line + "'.", 1, null);
        }
        var source = parts.group("source");
        var isPath = source.startsWith("/");
        var known = volumes.stream()
                .filter(volume -> isPath
                        ? volume.hostPath().equals(source)
                        : volume.name().equals(source))
                .findFirst();
        var volume = known.orElseGet(() -> new Volume(isPath ? name(source) : source, isPath ? source : ""));
        if (known.isEmpty()) {
            volumes.add(volume);
        }
        return new Mount(
                volume.name(),
                parts.group("path"),
                Optional.ofNullable(parts.group("readOnly")).isPresent());
    }

    /** {@code /var/app/data} is called {@code var-app-data}. */
    private static String name(String path) {
        return path.substring(1).replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("-+$", "");
    }
}
