package io.beanpole.deploy.dockerrun;

import io.beanpole.deploy.dockerrun.ContainerSet.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** docker-compose.yml: services, and the volumes that Docker keeps. The registry login lies beside it in version 3. */
final class ComposeNotation implements Notation {
    static final ComposeNotation INSTANCE = new ComposeNotation();
    static final String SERVICES = "services";

    private static final Set<String> KNOWN = Set.of(SERVICES, "volumes", "version", "name");

    private ComposeNotation() {}

    @Override
    public ContainerSet read(ObjectNode root) {
        var volumes = new LinkedHashMap<String, Volume>();
        root.path("volumes").propertyNames().forEach(name -> volumes.put(name, new Volume(name, "")));
        var containers = new ArrayList<Container>();
        root.path(SERVICES).properties().forEach(service -> {
            if (service.getValue() instanceof ObjectNode node) {
                containers.add(new ComposeService(service.getKey(), node).read(volumes));
            }
        });
        return new ContainerSet(containers, List.copyOf(volumes.values()), Optional.empty());
    }

    @Override
    public void write(ObjectNode root, ContainerSet wanted) {
        var before = read(root);
        var services = root.path(SERVICES) instanceof ObjectNode known ? known : root.putObject(SERVICES);
        var gone = new TreeSet<>(services.propertyNames());
        for (var container : wanted.containers()) {
            gone.remove(container.name());
            var was = before.containers().stream()
                    .filter(each -> each.name().equals(container.name()))
                    .findFirst();
            var node = services.path(container.name()) instanceof ObjectNode known
                    ? known
                    : services.putObject(container.name());
            new ComposeService(container.name(), node).write(was, container, wanted.volumes());
        }
        services.remove(gone);
        keptByDocker(root, wanted);
    }

    /** Docker keeps the volumes that have no path of their own, and wants to hear of them. */
    private static void keptByDocker(ObjectNode root, ContainerSet wanted) {
        for (var volume : wanted.volumes()) {
            if (volume.hostPath().isEmpty() && !root.path("volumes").has(volume.name())) {
                var declared = root.path("volumes") instanceof ObjectNode known ? known : root.putObject("volumes");
                declared.putObject(volume.name());
            }
        }
    }

    @Override
    public List<Unsaid> unsaid(ContainerSet wanted) {
        var unsaid = new ArrayList<Unsaid>();
        wanted.containers().stream()
                .filter(container -> !container.isEssential())
                .forEach(container -> unsaid.add(new Unsaid(
                        "That the others go on when " + container.name() + " ends",
                        "Compose never stops the others; give the main service 'restart: always'.")));
        return unsaid;
    }

    @Override
    public List<String> foreign(ObjectNode root) {
        var foreign = new ArrayList<>(Fields.others("", root, KNOWN));
        root.path(SERVICES)
                .properties()
                .forEach(service -> foreign.addAll(Fields.others(
                        "/" + SERVICES + "/" + service.getKey(), service.getValue(), ComposeService.KNOWN)));
        return foreign;
    }
}
