package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lanes and scaling as the command line shows them. */
@InTheHouse
class LanesIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void lanesAreListedTheMostUrgentFirstWithTheirQueuesInstancesAndAlarms(House house) {
        JsonNode lanes = JSON.readTree(house.command("lanes", "--json").output());

        assertThat(lanes).extracting(lane -> lane.get("name").asString()).containsExactly("express", "standard");
        for (JsonNode lane : lanes) {
            assertThat(lane.get("instances").asInt()).isPositive();
            assertThat(lane.get("queueUrl").asString())
                    .endsWith(lane.get("queueName").asString());
            assertThat(lane.get("deadLetterQueueUrl").asString()).isNotEmpty();
            assertThat(lane.get("alarms")).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(house.command("lanes").output()).contains("LANE", "express", "standard", "CONDITION");
    }

    @Test
    void noTimeoutOfOurEnvironmentsContradictsAnother(House house) {
        for (String environment : List.of("express", "standard", "web")) {
            JsonNode report = JSON.readTree(
                    house.command("timeouts", "check", environment, "--json").output());

            assertThat(report.get("contradictions")).as(environment).isEmpty();
        }
        assertThat(house.command("timeouts", "check", "express").output())
                .contains("application's longest task", "It becomes a dead letter after 5 tries", "No contradictions.");
    }

    @Test
    void whatTheOptionFileMadeIsWhatApplyWants(House house) {
        JsonNode changes =
                JSON.readTree(house.command("lanes", "apply", "--json").output());

        assertThat(names(changes, "done")).hasSize(16).containsOnly("KEPT");
    }

    @Test
    void anEnvironmentsScalingIsShownWithItsGroupPoliciesAlarmsAndSeries(House house) {
        JsonNode picture = JSON.readTree(
                house.command("scaling", "show", "standard", "--json").output());

        assertThat(picture.get("environmentName").asString()).isEqualTo("beanpole-local-standard");
        assertThat(picture.get("group").get("name").asString()).contains("AWSEBAutoScalingGroup");
        assertThat(picture.get("group").get("maximum").asInt()).isGreaterThan(1);
        assertThat(names(picture.get("series"), "kind"))
                .containsExactlyInAnyOrder(
                        "DEPTH", "IN_FLIGHT", "OLDEST", "DESIRED", "IN_SERVICE", "PROTECTED", "SENT", "DELETED");
        assertThat(picture.get("policies")).isNotEmpty();
        assertThat(picture.get("alarms")).isNotEmpty();
        assertThat(house.command("scaling", "show", "standard").output())
                .contains("POLICIES", "ALARMS", "ACTIVITIES", "OVER TIME");
    }

    @Test
    void aProbeGoesDownItsLaneAndSaysWhoHadIt(House house) {
        Program program = house.program();
        String id = program.submit("probe", "express", Map.of());

        JsonNode task = program.ended(id, Duration.ofSeconds(30));

        assertThat(task.get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(task.get("result").get("contentType").asString()).startsWith("text/plain");
    }

    private static List<String> names(JsonNode nodes, String field) {
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(node.get(field).asString()));
        return names;
    }
}
