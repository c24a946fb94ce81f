package io.beanpole.deploy.dockerrun;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that the links of containers lead to containers, and never round in a circle. */
final class LinkCheck {
    private final Findings findings;
    private final Map<String, Container> containers;

    LinkCheck(Findings findings, List<Container> containers) {
        this.findings = findings;
        this.containers =
                containers.stream().collect(Collectors.toMap(Container::name, Function.identity(), (one, two) -> one));
    }

    /**
     * Checks the links of one container.
     *
     * @param place of its list of links
     */
    void links(String place, Container container) {
        var index = 0;
        for (var link : container.links()) {
            var target = target(link);
            if (!containers.containsKey(target)) {
                findings.error(
                        place + "/" + index,
                        "The link leads to " + target + ", which isn't a container of this file.",
                        "The file has " + String.join(", ", new TreeSet<>(containers.keySet())) + ".");
            } else if (reaches(target, container.name(), new HashSet<>())) {
                findings.error(
                        place + "/" + index,
                        container.name() + " and " + target + " link each other in a circle, so neither can start"
                                + " first.",
                        "Take one of the links away.");
            }
            index++;
        }
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        var container = containers.get(from);
        return container != null
                && seen.add(from)
                && container.links().stream().anyMatch(link -> reaches(target(link), to, seen));
    }

    private static String target(String link) {
        var colon = link.indexOf(':');
        return colon < 0 ? link : link.substring(0, colon);
    }
}
