package io.beanpole.console.settings;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.connection.Reach;
import io.beanpole.console.guard.CloudKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The connections as the settings' file has them. What isn't understood there is left out, never a reason to fail. */
final class ConnectionJson {
    private ConnectionJson() {}

    static List<ConnectionChoice> read(JsonNode array) {
        var choices = new ArrayList<ConnectionChoice>();
        for (var node : array) {
            choice(node)
                    .filter(choice ->
                            choices.stream().noneMatch(known -> known.id().equals(choice.id())))
                    .ifPresent(choices::add);
        }
        return choices;
    }

    static void write(List<ConnectionChoice> choices, ArrayNode array) {
        choices.forEach(choice -> write(choice, array.addObject()));
    }

    private static Optional<ConnectionChoice> choice(JsonNode node) {
        return reach(node)
                .map(reach -> new ConnectionChoice(
                        reach,
                        node.path("name").asString(reach.id()),
                        kind(node.path("kind").asString("")),
                        Math.floorMod(node.path("color").asInt(0), ConnectionChoice.COLORS),
                        node.path("readOnly").asBoolean(false)));
    }

    private static Optional<Reach> reach(JsonNode node) {
        var stage = node.path("stage").asString("");
        if (!stage.isBlank()) {
            return Optional.of(new Reach.Stage(stage, node.path("local").asBoolean(false)));
        }
        var profile = node.path("profile").asString("");
        if (!profile.isBlank()) {
            return Optional.of(new Reach.Profile(profile, node.path("region").asString("")));
        }
        return node.path("local").asBoolean(false) ? Optional.of(new Reach.Local()) : Optional.empty();
    }

    /** What isn't known is treated as what has to be treated most carefully. */
    private static CloudKind kind(String name) {
        return Arrays.stream(CloudKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(CloudKind.PRODUCTION);
    }

    private static void write(ConnectionChoice choice, ObjectNode node) {
        var reach = choice.reach();
        if (reach instanceof Reach.Stage stage) {
            node.put("stage", stage.name()).put("local", stage.isLocal());
        } else if (reach instanceof Reach.Profile profile) {
            node.put("profile", profile.name()).put("region", profile.region());
        } else {
            node.put("local", true);
        }
        node.put("name", choice.name())
                .put("kind", choice.kind().name().toLowerCase(Locale.ROOT))
                .put("color", choice.color())
                .put("readOnly", choice.isReadOnly());
    }
}
