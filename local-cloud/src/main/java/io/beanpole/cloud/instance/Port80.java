package io.beanpole.cloud.instance;

import java.util.ArrayList;
import java.util.List;

/** Finds the container that host port 80 leads to, when none says so itself. */
final class Port80 {
    private Port80() {}

    /**
     * The same containers, one of them serving.
     *
     * @param file what to call their file in a note, with what stands after it
     */
    static List<ContainerDefinition> assigned(List<ContainerDefinition> containers, String file, List<String> notes) {
        if (containers.isEmpty() || containers.stream().anyMatch(ContainerDefinition::servesPort80)) {
            return containers;
        }
        ContainerDefinition chosen = containers.stream()
                .filter(ContainerDefinition::essential)
                .findFirst()
                .orElse(containers.get(0));
        notes.add(file + "no container maps host port 80, where the daemon and the load balancer call; here "
                + chosen.name() + " is given it, on AWS none would answer.");
        List<ContainerDefinition> assigned = new ArrayList<>(containers);
        assigned.replaceAll(each -> each == chosen ? serving(each) : each);
        return assigned;
    }

    private static ContainerDefinition serving(ContainerDefinition each) {
        return new ContainerDefinition(
                each.name(),
                each.image(),
                each.memoryMiB(),
                each.essential(),
                true,
                each.environment(),
                each.entryPoint(),
                each.command());
    }
}
