package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What takes a second stage: promotion from one to the other, and the examples of all commands. */
@InTheHouse
@TestMethodOrder(OrderAnnotation.class)
class RehearsalIT {
    @TempDir
    private static Path directory;

    private static Rehearsal rehearsal;
    private static Workplace checkout;

    @BeforeAll
    static void theSecondStageIsDeployed(House house) throws IOException {
        rehearsal = new Rehearsal(house, directory);
        checkout = rehearsal.place();
    }

    @AfterAll
    static void theSecondStageIsGoneAgain() {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    /** Comes first, because it looks at the whole history of the second stage. */
    @Test
    @Order(1)
    void twoVersionsGoToTheSecondStageWithTheSameDigestsAndOneComesBack() throws IOException {
        // What runs in stage local is the first version; it goes over, and the second after it.
        assertThat(promoted("the first version")).isEqualTo(digests("local"));
        Set<String> firstDigests = digests("rehearsal");
        rehearsal.describeSecond();
        checkout.done("deploy", "web", "express");
        assertThat(promoted("the second version"))
                .isEqualTo(digests("local"))
                .doesNotContainAnyElementsOf(firstDigests);

        JsonNode back = checkout.json("rollback", "web", "--stage", "rehearsal", "--json");

        assertThat(back.get(0).get("outcome").asString()).isEqualTo("SUCCEEDED");
        assertThat(digests("rehearsal")).containsAnyElementsOf(firstDigests);
        assertThat(texts(checkout.json("history", "web", "--stage", "rehearsal", "--json"), "note"))
                .startsWith("rollback", "the second version", "the first version", "how it began");
    }

    @Test
    @Order(2)
    void everyExampleOfEveryHelpDoesWhatItSays(House house) throws IOException {
        try (StrayLetter letter = new StrayLetter(house, "standard")) {
            ExampleScenario scenario = new ExampleScenario(rehearsal, letter);

            scenario.run();

            assertThat(scenario.failures()).isEmpty();
            assertThat(scenario.neverRun())
                    .as("commands of which no example can be run")
                    .containsOnly("beanpole up", "beanpole down", "beanpole base-image", "beanpole spot interrupt");
        }
    }

    /** Promotes both tiers and gives the digests that went over. */
    private static Set<String> promoted(String note) {
        JsonNode records = checkout.json(
                "promote", "web", "express", "--from", "local", "--to", "rehearsal", "--note", note, "--json");
        assertThat(texts(records, "outcome")).containsExactly("SUCCEEDED", "SUCCEEDED");
        assertThat(texts(records, "environmentName"))
                .containsExactly("beanpole-rehearsal-express", "beanpole-rehearsal-web");
        return StreamSupport.stream(records.spliterator(), false)
                .flatMap(record -> StreamSupport.stream(record.get("images").spliterator(), false))
                .map(image -> digest(image.asString()))
                .collect(Collectors.toSet());
    }

    /** The digests that web app and worker run in a stage, from the records of what was deployed there last. */
    private static Set<String> digests(String stage) {
        return List.of("web", "express").stream()
                .map(name -> newestDeployment(checkout.json("history", name, "--stage", stage, "--json")))
                .map(id -> checkout.json("history", "show", id, "--stage", stage, "--json"))
                .map(record -> digest(record.get("images").get(0).asString()))
                .collect(Collectors.toSet());
    }

    /** Its id, among other things that people did. */
    private static String newestDeployment(JsonNode history) {
        return StreamSupport.stream(history.spliterator(), false)
                .filter(entry -> entry.get("action").asString().equals("deploy"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private static String digest(String image) {
        return image.substring(image.indexOf('@') + 1);
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(field).asString())
                .toList();
    }
}
