package io.beanpole.deploy.dockerrun;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of the place that a file is for; whatever isn't known isn't checked.
 *
 * @param isWorker whether it is for a worker environment, where sqsd posts to port 80 of the instance
 * @param instanceTypes that the environment may start, as t3.small
 * @param region of the environment
 * @param beside paths of the other files in the source bundle
 * @param images what the registry knows; empty to ask nobody
 * @param instanceProfile that pulls the images; empty where it isn't known
 */
public record CheckContext(
        boolean isWorker,
        Platform platform,
        List<String> instanceTypes,
        Optional<String> region,
        Set<String> beside,
        Optional<ImageKnowledge> images,
        Optional<String> instanceProfile) {
    /** A file alone, of which only the tier is known. */
    public static CheckContext of(boolean isWorker) {
        return new CheckContext(
                isWorker, Platform.UNKNOWN, List.of(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** The same with other files beside. */
    public CheckContext beside(Set<String> others) {
        return new CheckContext(isWorker, platform, instanceTypes, region, others, images, instanceProfile);
    }

    /** The same for other instance types. */
    public CheckContext withInstanceTypes(List<String> others) {
        return new CheckContext(isWorker, platform, others, region, beside, images, instanceProfile);
    }

    /** The instance types whose size is known, the one with the least memory first. */
    List<InstanceType> knownTypes() {
        return instanceTypes.stream()
                .map(InstanceType::of)
                .flatMap(Optional::stream)
                .sorted((one, other) -> Integer.compare(one.memory(), other.memory()))
                .toList();
    }

    /** The architectures of the instance types. */
    Set<String> architectures() {
        var architectures = new TreeSet<String>();
        instanceTypes.forEach(type -> architectures.add(InstanceType.architecture(type)));
        return architectures;
    }
}
