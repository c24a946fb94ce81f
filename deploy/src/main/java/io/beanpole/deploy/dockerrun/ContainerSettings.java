package io.beanpole.deploy.dockerrun;

import java.util.List;
import java.util.OptionalInt;

/**
 * What people change in the definition of a container.
 *
 * @param image empty when none is named
 * @param memory the hard limit in MiB; the container is killed above it
 * @param reservation the soft limit in MiB, which placing counts
 * @param command overrides the image's; empty leaves the image's
 */
public record ContainerSettings(
        String image,
        OptionalInt memory,
        OptionalInt reservation,
        List<Port> ports,
        List<Variable> environment,
        List<String> command) {
    /** A container that says nothing yet. */
    public static final ContainerSettings EMPTY =
            new ContainerSettings("", OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(), List.of());

    public ContainerSettings {
        ports = List.copyOf(ports);
        environment = List.copyOf(environment);
        command = List.copyOf(command);
    }

    /** The same container from another image. */
    public ContainerSettings withImage(String other) {
        return new ContainerSettings(other, memory, reservation, ports, environment, command);
    }

    /** A port of the instance that leads to a port of the container; without a host port nothing leads there. */
    public record Port(OptionalInt host, int container) {
        @Override
        public String toString() {
            return host.isPresent() ? host.getAsInt() + ":" + container : Integer.toString(container);
        }
    }

    /** An environment variable of the container. */
    public record Variable(String name, String value) {}
}
