package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.endtoend.window.AlarmsScreen;
import io.beanpole.endtoend.window.ConsoleWindow;
import io.beanpole.endtoend.window.DeadLetterBench;
import io.beanpole.endtoend.window.DeployScreen;
import io.beanpole.endtoend.window.Glance;
import io.beanpole.endtoend.window.Keyboard;
import io.beanpole.endtoend.window.LogsScreen;
import io.beanpole.endtoend.window.QueuesScreen;
import io.beanpole.endtoend.window.ScalingScreen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a release manager and someone on call do in the console's window, on the running local cloud. */
@InTheHouse
@TestMethodOrder(OrderAnnotation.class)
class ConsoleIT {
    private static final String WEB = "beanpole-local-web";
    private static final String REPOSITORY = "beanpole/web";
    private static final String MARK = "PUSHED_BY_CONSOLE_IT";

    private static ConsoleWindow window;
    private static Glance glance;
    /** What the web tier ran before the first test. */
    private static String first = "";
    /** What the first test deployed, which serves well. */
    private static String marked = "";

    @BeforeAll
    static void open(House house) {
        assertThat(house.web()).isNotNull();
        window = ConsoleWindow.open();
        glance = window.glance();
        window.go("environments"); // the window remembers its last screen
        glance.soon(
                "the environments",
                () -> glance.cells("#environment-table")
                        .containsAll(Set.of(WEB, "beanpole-local-express", "beanpole-local-standard")));
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    @Order(0)
    void theInstancesOfAnEnvironmentTellHowTheyWereBought() {
        window.choose("-web,");

        glance.soon("how the instance was bought", () -> glance.shows("#instance-table", "On-Demand"));
        assertThat(glance.cells("#instance-table")).doesNotContain("Unknown", "Spot");
    }

    @Test
    @Order(1)
    void aNewImageIsDeployedFromTheDeployScreenAndServes(House house) throws Exception {
        first = version(house);
        String tag = "it-" + Long.toHexString(System.nanoTime());
        String digest = pushed(house, ecr -> ecr.marked(REPOSITORY, tag, MARK));
        window.choose("-web,");
        DeployScreen screen = new DeployScreen(window);
        screen.list(REPOSITORY, tag);
        screen.take(tag, digest);
        screen.readDifference(digest);
        screen.deploy("Tried by the console's test");
        screen.awaitSuccess();

        assertThat(glance.rows("#deployment-events")).isGreaterThan(1);
        marked = version(house);
        assertThat(marked).isNotEqualTo(first);
        assertThat(servedByMarkedImage(house)).isTrue();
        await().atMost(Glance.SOON).until(() -> health(house.web()) == 200); // the load balancer looks first
        JsonNode record = history(house).get(0);
        assertThat(record.get("outcome").asString()).isEqualTo("SUCCEEDED");
        assertThat(record.get("note").asString()).isEqualTo("Tried by the console's test");
        assertThat(record.get("fromVersion").asString()).isEqualTo(first);
    }

    @Test
    @Order(2)
    void aBrokenImageThatIsDeployedByTheKeyboardAloneEndsInTheTruth(House house) throws Exception {
        String tag = "broken-" + Long.toHexString(System.nanoTime());
        String digest = pushed(house, ecr -> ecr.broken(REPOSITORY, tag));
        Keyboard keyboard = window.keyboard();
        keyboard.palette("Environments");
        keyboard.palette(WEB);
        keyboard.palette("Deploy");
        glance.soon("the image " + tag, () -> glance.shows("#image-table", tag));
        keyboard.row("#image-table", tag);
        DeployScreen screen = new DeployScreen(window);
        screen.takesIn(digest);
        keyboard.press("#deploy-button");
        keyboard.sayYes();

        assertThat(screen.awaitFailure()).isNotBlank();
        await().atMost(Glance.SOON)
                .until(() -> history(house).get(0).get("outcome").asString().equals("FAILED"));
        glance.soon(
                "a way back to " + marked,
                () -> glance.label("#rollback-button").contains(marked));
    }

    @Test
    @Order(3)
    void theKeyboardAloneRollsBackToTheVersionThatServedBefore(House house) throws Exception {
        glance.soon(
                "a way back to " + marked,
                () -> glance.label("#rollback-button").contains(marked));
        window.keyboard().press("#rollback-button");
        window.keyboard().sayYes();

        DeployScreen screen = new DeployScreen(window);
        screen.awaitBegin();
        screen.awaitSuccess();
        assertThat(version(house)).isEqualTo(marked);
        assertThat(servedByMarkedImage(house)).isTrue();
        await().atMost(Glance.SOON).until(() -> health(house.web()) == 200); // the load balancer looks first
    }

    @Test
    @Order(4)
    void theMouseRollsBackPastWhatFailedToTheVersionBeforeThat(House house) throws Exception {
        DeployScreen screen = new DeployScreen(window);
        screen.rollback(first);
        screen.awaitBegin();
        screen.awaitSuccess();

        assertThat(version(house)).isEqualTo(first);
        assertThat(servedByMarkedImage(house)).isFalse();
    }

    @Test
    @Order(5)
    void theScalingScreenShowsTheTwoAlarmsOfALane() {
        window.choose("-standard,");
        ScalingScreen scaling = new ScalingScreen(window);
        glance.soon("the alarms", () -> glance.cells("#alarm-table").containsAll(List.of("BacklogHigh", "BacklogLow")));
        assertThat(scaling.stateOf("BacklogHigh")).isEqualTo("OK");
    }

    @Test
    @Order(6)
    void aFloodIsSeenExplainedAndLookedAfter(House house, Flood flood) {
        ScalingScreen scaling = new ScalingScreen(window);
        glance.soon("the alarm", () -> scaling.stateOf("BacklogHigh").equals("In alarm"));
        scaling.tab("Activities");
        glance.soon(
                "the activity", () -> glance.shows("#activity-table", "BacklogHigh in state ALARM triggered policy"));
        JsonNode told = JsonMapper.shared()
                .readTree(house.command("scaling", "show", "standard", "--json").output());
        String newest = told.get("activities").get(0).get("description").asString();
        glance.soon(
                "the activity " + newest, () -> glance.cells("#activity-table").contains(newest));
        assertThat(scaling.desired()).isGreaterThan(1);
        assertThat(scaling.pointAtTheLastMoments("ran policy")).contains("BacklogHigh");
        scaling.backToNow();

        QueuesScreen queues = new QueuesScreen(window);
        glance.soon("messages that wait", () -> queues.depth("standard") > 0);
        assertThat(queues.desired("standard")).isGreaterThan(1);

        AlarmsScreen alarms = new AlarmsScreen(window);
        alarms.acknowledge("BacklogHigh", "console-it", "The flood of a test");
        alarms.showOnScaling("BacklogHigh");
        assertThat(scaling.answer()).contains("BacklogHigh");
        assertThat(flood.findings().isBackAtMinimum()).isTrue();
    }

    @Test
    @Order(7)
    void theQueuesScreenShowsBothLanesAndATestTaskArrives() {
        QueuesScreen queues = new QueuesScreen(window);
        glance.soon("both lanes", () -> glance.isThere("#lane-express") && glance.isThere("#lane-standard"));

        assertThat(queues.sendTestTask("express")).contains("SUCCEEDED", "waited");
    }

    @Test
    @Order(8)
    void deadLettersAreLookedAtAndAllSentBack(House house) {
        // A test before this one leaves a letter there that would fail again.
        Workplace.of(house).done("dlq", "purge", "express", "--yes", "--confirm", "express");
        try (StrayLetter letter = new StrayLetter(house, "express")) {
            letter.ensure();
            DeadLetterBench bench = new DeadLetterBench(window, "express");
            int seen = bench.look();

            assertThat(bench.redriveAll()).contains(String.valueOf(seen));
            await().atMost(Glance.SOON).until(letter::isGone);
        }
    }

    @Test
    @Order(9)
    void theLogsOfAnInstanceAreTailedAndFiltered() {
        window.choose("-express,");
        LogsScreen logs = new LogsScreen(window);
        logs.tail();
        int all = logs.lines().size();
        assertThat(all).isPositive();

        logs.filter("sqsd");

        assertThat(logs.lines())
                .isNotEmpty()
                .hasSizeLessThan(all)
                .allSatisfy(line -> assertThat(line).containsIgnoringCase("sqsd"));
    }

    @Test
    @Order(10)
    void theTimeoutsOfALaneAreDrawnAndJudged() {
        window.choose("-standard,");
        window.go("timeouts");
        glance.soon("the times", () -> !glance.cells("#timeouts-times").isEmpty());

        glance.soon(
                "a life of a message", () -> !glance.labels("#timeouts-lives").isEmpty());
        assertThat(glance.label("#timeouts-verdict")).isNotBlank();
    }

    /** Whether the process that answers was started from the image that this test pushed. */
    private static boolean servedByMarkedImage(House house) throws Exception {
        long pid = house.environment(WEB).get("instances").get(0).get("pid").asLong();
        return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1)
                .contains(MARK + "=");
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

    /** Gives the digest of what was pushed to the house's ECR. */
    private static String pushed(House house, Push push) throws Exception {
        try (Ecr ecr = new Ecr(house.environment())) {
            return push.to(ecr);
        }
    }

    /** One push of an image. */
    private interface Push {
        String to(Ecr ecr) throws Exception;
    }
}
