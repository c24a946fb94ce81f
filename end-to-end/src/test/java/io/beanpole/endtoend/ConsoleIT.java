package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.ConsoleApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console's window on the running local cloud, without a display. */
@InTheHouse
@TestMethodOrder(OrderAnnotation.class)
class ConsoleIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration DEPLOYMENT = Duration.ofMinutes(4);
    private static final String WEB = "beanpole-local-web";
    private static final String MARK = "PUSHED_BY_CONSOLE_IT";

    private static final FxRobot robot = new FxRobot();

    @TempDir
    private static Path directory;

    @BeforeAll
    static void open(House house) throws Exception {
        assertThat(house.web()).isNotNull();
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(ConsoleApp.class);
        FxToolkit.setupStage(stage -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        await().atMost(SOON)
                .until(() -> robot.lookup("#nav-environments")
                        .tryQuery()
                        .filter(button -> !button.isDisabled())
                        .isPresent());
        robot.clickOn("#nav-environments"); // the window remembers its last screen
        await().atMost(SOON)
                .until(() -> cells("#environment-table")
                        .containsAll(Set.of(WEB, "beanpole-local-express", "beanpole-local-standard")));
    }

    @AfterAll
    static void close() throws Exception {
        FxToolkit.cleanupStages();
        FxToolkit.cleanupApplication(new ConsoleApp());
    }

    @Test
    @Order(1)
    void aNewImageIsDeployedFromTheDeployScreenAndServes(House house) throws Exception {
        String before = version(house);
        PushedImage pushed = PushedImage.of(house, "beanpole/web", "it-" + Long.toHexString(System.nanoTime()));
        choose("-web,");
        robot.clickOn("#nav-deploy");
        await().atMost(SOON).until(() -> !cells("#image-table").isEmpty());
        robot.interact(() -> robot.lookup("#image-repository")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select("beanpole/web"));
        await().atMost(SOON).until(() -> cells("#image-table").stream().anyMatch(cell -> cell.contains(pushed.tag())));

        robot.clickOn(robot.lookup("#image-table .table-cell").queryAll().stream()
                .filter(node -> node instanceof Labeled cell && text(cell).contains(pushed.tag()))
                .findFirst()
                .orElseThrow());
        await().atMost(SOON)
                .until(() -> robot.lookup("#dockerrun-json")
                        .queryAs(TextArea.class)
                        .getText()
                        .contains(pushed.digest()));
        robot.clickOn("#deploy-note").write("Tried by the console's test");
        robot.clickOn("#deploy-button");
        robot.clickOn("#confirm");

        await().atMost(DEPLOYMENT)
                .until(() -> label("#deployment-outcome").startsWith("All 1 instance")
                        || label("#deployment-outcome").contains("runs"));
        assertThat(rows("#deployment-events")).isGreaterThan(1);
        assertThat(version(house)).isNotEqualTo(before);
        assertThat(servedByMarkedImage(house)).isTrue();
        assertThat(health(house.web())).isEqualTo(200);
        assertThat(history(house).get(0).get("outcome").asString()).isEqualTo("SUCCEEDED");
        assertThat(history(house).get(0).get("note").asString()).isEqualTo("Tried by the console's test");
        assertThat(history(house).get(0).get("fromVersion").asString()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void rollbackReturnsTheOldVersion(House house) throws Exception {
        String undone = version(house);
        String old = history(house).get(0).get("fromVersion").asString();
        await().atMost(SOON).until(() -> label("#rollback-button").contains(old));

        robot.clickOn("#rollback-button");
        robot.clickOn("#confirm");

        await().atMost(DEPLOYMENT).until(() -> version(house).equals(old) && isOutcomeGood());
        await().atMost(SOON)
                .until(() -> history(house).get(0).get("outcome").asString().equals("SUCCEEDED"));
        assertThat(history(house).get(0).get("fromVersion").asString()).isEqualTo(undone);
        assertThat(servedByMarkedImage(house)).isFalse();
        assertThat(health(house.web())).isEqualTo(200);
    }

    @Test
    @Order(3)
    void theScalingScreenShowsTheTwoAlarmsOfALane() {
        choose("-standard,");
        robot.clickOn("#nav-scaling");
        await().atMost(SOON).until(() -> cells("#alarm-table").containsAll(List.of("BacklogHigh", "BacklogLow")));
        assertThat(stateOf("BacklogHigh")).isEqualTo("OK");
    }

    @Test
    @Order(4)
    void theScalingScreenShowsTheAlarmAndTheActivityThatAFloodSetsOff(House house, Flood flood) {
        await().atMost(SOON).until(() -> stateOf("BacklogHigh").equals("In alarm"));
        await().atMost(SOON)
                .until(() -> cells("#activity-table").stream()
                        .anyMatch(cell -> cell.contains("BacklogHigh in state ALARM triggered policy")));
        JsonNode told = JsonMapper.shared()
                .readTree(house.command("scaling", "show", "standard", "--json").output());
        assertThat(cells("#activity-table"))
                .contains(told.get("activities").get(0).get("description").asString());
        assertThat(flood.findings().isBackAtMinimum()).isTrue();
    }

    /** What the row of an alarm says of its state. */
    private static String stateOf(String alarm) {
        List<String> cells = cells("#alarm-table");
        int at = cells.indexOf(alarm);
        return at < 0 ? "" : cells.get(at + 1);
    }

    /** Whether the process that answers was started from the image that this test pushed. */
    private static boolean servedByMarkedImage(House house) throws Exception {
        long pid = house.environment(WEB).get("instances").get(0).get("pid").asLong();
        return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1)
                .contains(MARK + "=");
    }

    @Test
    @Order(5)
    void theQueuesScreenShowsBothLanesAndATestTaskArrives() {
        robot.clickOn("#nav-queues");
        await().atMost(SOON)
                .until(() -> robot.lookup("#lane-express").tryQuery().isPresent()
                        && robot.lookup("#lane-standard").tryQuery().isPresent());

        robot.clickOn("#lane-express #send-test-task");

        await().atMost(SOON).until(() -> label("#lane-express #test-task-state").contains("SUCCEEDED"));
        assertThat(label("#lane-express #test-task-state")).contains("waited");
    }

    private static boolean isOutcomeGood() {
        return robot.lookup("#deployment-outcome")
                .query()
                .getParent()
                .getStyleClass()
                .contains("tone-good");
    }

    private static void choose(String name) {
        await().atMost(SOON).until(() -> {
            ComboBox<?> box = robot.lookup("#environment-chooser").queryAs(ComboBox.class);
            for (int at = 0; at < box.getItems().size(); at++) {
                if (String.valueOf(box.getItems().get(at)).contains(name)) {
                    int found = at;
                    robot.interact(() -> box.getSelectionModel().select(found));
                    return true;
                }
            }
            return false;
        });
    }

    private static List<String> cells(String table) {
        return robot.lookup(table + " .table-cell").queryAll().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> text((Labeled) node))
                .toList();
    }

    /** Of a cell, or of the label in it. */
    private static String text(Labeled cell) {
        if (cell.getText() != null && !cell.getText().isEmpty()) {
            return cell.getText();
        }
        return cell.getGraphic() instanceof Labeled inner ? String.valueOf(inner.getText()) : "";
    }

    private static int rows(String table) {
        return robot.lookup(table).queryAs(TableView.class).getItems().size();
    }

    private static String label(String query) {
        return robot.lookup(query)
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    private static String version(House house) {
        return house.environment(WEB).get("version").asString();
    }

    private static JsonNode history(House house) {
        return JsonMapper.shared()
                .readTree(house.command("history", "web", "--json").output());
    }

    private static int health(URI web) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(web.resolve("/health")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** An image that lies in the house's ECR: the one that is there, marked. */
    private record PushedImage(String tag, String digest) {
        static PushedImage of(House house, String repository, String tag) throws Exception {
            Map<String, String> exports = house.environment();
            try (Ecr ecr = new Ecr(exports)) {
                return new PushedImage(tag, ecr.marked(repository, tag, MARK));
            }
        }
    }
}
