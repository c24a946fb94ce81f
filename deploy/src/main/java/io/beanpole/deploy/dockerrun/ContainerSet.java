package io.beanpole.deploy.dockerrun;

import java.util.List;
import java.util.Optional;

/**
 * What an instance runs: the one model behind every format that Elastic Beanstalk takes.
 *
 * @param containers in the file's order
 * @param volumes that containers mount
 * @param login for images in a private registry other than ECR
 */
public record ContainerSet(List<Container> containers, List<Volume> volumes, Optional<RegistryLogin> login) {
    /** Nothing at all. */
    public static final ContainerSet EMPTY = new ContainerSet(List.of(), List.of(), Optional.empty());

    public ContainerSet {
        containers = List.copyOf(containers);
        volumes = List.copyOf(volumes);
    }

    /** The container that the environment is about: the first essential one, else the first. */
    public Optional<Container> main() {
        return containers.stream()
                .filter(Container::isEssential)
                .findFirst()
                .or(() -> containers.stream().findFirst());
    }

    /** The same with another in the place of one container. */
    public ContainerSet replacing(Container one, Container other) {
        return new ContainerSet(
                containers.stream().map(each -> each.equals(one) ? other : each).toList(), volumes, login);
    }

    /**
     * A directory that outlives a container.
     *
     * @param hostPath on the instance; empty leaves it to Docker where it is
     */
    public record Volume(String name, String hostPath) {}

    /** Where in S3 the sign-in to a private registry lies. */
    public record RegistryLogin(String bucket, String key) {}
}
