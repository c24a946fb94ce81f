package io.beanpole.cloud.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The way to a value in a JSON message: {@code $.a.b[0].c} or {@code $['a']}; a * stands for any element. */
record Selector(List<String> steps) {
    private static final String ENDS = ".[]=!<>&|(){}";
    private static final String ANY = "*";

    static Selector parse(Scanner scanner) {
        scanner.require("$");
        List<String> steps = new ArrayList<>();
        while (true) {
            if (scanner.take(".")) {
                steps.add(name(scanner));
            } else if (scanner.take("[")) {
                steps.add(scanner.isNext('\'') ? scanner.enclosed('\'') : name(scanner));
                scanner.require("]");
            } else {
                return new Selector(steps);
            }
        }
    }

    /** All values that the way leads to; one that is missing when it leads nowhere. */
    List<JsonNode> of(JsonNode message) {
        List<JsonNode> found = List.of(message);
        for (String step : steps) {
            found = found.stream()
                    .flatMap(node -> step(node, step).stream())
                    .filter(node -> !node.isMissingNode())
                    .toList();
        }
        return found.isEmpty() ? List.of(MissingNode.getInstance()) : found;
    }

    private static List<JsonNode> step(JsonNode node, String step) {
        if (step.equals(ANY)) {
            List<JsonNode> all = new ArrayList<>();
            node.forEach(all::add);
            return all;
        }
        return List.of(
                node.isArray() && step.matches("[0-9]{1,6}") ? node.path(Integer.parseInt(step)) : node.path(step));
    }

    private static String name(Scanner scanner) {
        String name = scanner.until(ENDS);
        if (name.isEmpty()) {
            throw scanner.fault("a property name is missing");
        }
        return name;
    }
}
