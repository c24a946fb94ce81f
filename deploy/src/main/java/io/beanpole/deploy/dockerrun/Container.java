package io.beanpole.deploy.dockerrun;

import java.util.List;
import java.util.Optional;

/**
 * A container of an environment, whatever format tells of it.
 *
 * @param name unique in its file; empty in version 1, which names none
 * @param isEssential whether the whole task stops when it does
 * @param settings what people change from deployment to deployment
 * @param entryPoint overrides the image's; empty leaves the image's
 * @param links other containers of the file that it reaches by name, as {@code name} or {@code name:alias}
 * @param mounts volumes of the file that it sees
 * @param logDirectory of the container, whose files Elastic Beanstalk takes into its logs
 */
public record Container(
        String name,
        boolean isEssential,
        ContainerSettings settings,
        List<String> entryPoint,
        List<String> links,
        List<Mount> mounts,
        Optional<String> logDirectory) {
    public Container {
        entryPoint = List.copyOf(entryPoint);
        links = List.copyOf(links);
        mounts = List.copyOf(mounts);
    }

    /** A container that says nothing but its settings. */
    public static Container of(String name, ContainerSettings settings) {
        return new Container(name, true, settings, List.of(), List.of(), List.of(), Optional.empty());
    }

    /** The same container with other settings. */
    public Container with(ContainerSettings other) {
        return new Container(name, isEssential, other, entryPoint, links, mounts, logDirectory);
    }

    /** The same container under another name. */
    public Container named(String other) {
        return new Container(other, isEssential, settings, entryPoint, links, mounts, logDirectory);
    }

    /**
     * A place in a container where a volume is seen.
     *
     * @param volume a name of {@link ContainerSet#volumes()}
     */
    public record Mount(String volume, String containerPath, boolean isReadOnly) {}
}
