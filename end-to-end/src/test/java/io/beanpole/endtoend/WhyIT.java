package io.beanpole.endtoend;

import static io.beanpole.endtoend.ScriptedCloud.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import tools.jackson.databind.JsonNode;

/**
 * Situations in which a lane does not scale, each brought about in real environments and explained by the command. The
 * order is that of a lane that grows, so that few instances are launched.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhyIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String VERSION = "slow";
    private static final String STUCK = "stuck";

    @TempDir
    private static Path directory;

    /** What is to be closed, the last opened first; not all of it is there when a set-up fails. */
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    private static ScriptedCloud cloud;
    private static ForcedLane growing;
    private static ForcedLane pulled;
    private static ForcedLane spare;
    private static ForcedLane held;

    @BeforeAll
    static void fourLanes() throws Exception {
        cloud = new ScriptedCloud(directory, "--metric-interval", "1", "--speed", "60");
        OPEN.push(cloud::close);
        cloud.place().describe("""
                application: hand
                platform: ECS
                images:
                  script: {reference: "hand:why", port: 80}
                environments:
                  growing: {tier: worker, image: script, memory: 64}
                  pulled: {tier: worker, image: script, memory: 64}
                  spare: {tier: worker, image: script, memory: 64}
                  held: {tier: worker, image: script, memory: 64}
                stages:
                  local: {region: eu-central-2, localCloud: true}
                """);
        cloud.version(VERSION, cloud.push("why", ScriptApplication.thatAnswers("hand", directory)), Map.of());
        cloud.version(STUCK, cloud.push("why-stuck", ScriptApplication.thatSaysNothing("stuck", directory)), Map.of());
        List.of("growing", "pulled", "held").forEach(name -> cloud.create(name, VERSION, options()));
        cloud.create("spare", VERSION, spot());
        growing = lane("growing");
        pulled = lane("pulled");
        held = lane("held");
        spare = lane("spare");
        List.of(growing, spare, held).forEach(ForcedLane::silenceDefaultTrigger);
        List.of(growing, spare, held, pulled).forEach(lane -> lane.send(40));
        post("/_beanpole/queues/sleep?queue=" + spare.queueName());
    }

    private static ForcedLane lane(String name) {
        cloud.ready(name);
        ForcedLane lane = new ForcedLane(cloud, name);
        OPEN.push(lane::close);
        return lane;
    }

    @AfterAll
    static void end() throws Exception {
        while (!OPEN.isEmpty()) {
            OPEN.pop().close();
        }
    }

    @Test
    @Order(1)
    void aDepthBelowTheThresholdIsToldWithBothNumbers() {
        growing.onlyAlarm("High", 1000, growing.step("Up", 1, 600));

        assertThat(sentence("growing", "BELOW_THRESHOLD"))
                .contains("ApproximateNumberOfMessagesVisible (Maximum over 60 s) was 39", "it takes 1000 or more");
    }

    @Test
    @Order(1)
    void anAlarmThatWaitsForMoreValuesTellsHowManyItHas() {
        String up = growing.step("Up", 1, 600);
        growing.onlyAlarm(
                "High", alarm -> alarm.threshold(5.0).evaluationPeriods(5).alarmActions(up));

        assertThat(sentence("growing", "WAITING_FOR_DATAPOINTS"))
                .containsPattern("waits for 5 of 5 values of 60 s at 5 or more and has [1-4] ")
                .containsPattern("it can go off at \\d\\d:\\d\\d:\\d\\d at the earliest");
    }

    @Test
    @Order(1)
    void anAlarmThatRunsNoPolicyIsNamed() {
        growing.onlyAlarm("Lonely", 5);

        assertThat(sentence("growing", "NOT_WIRED"))
                .contains("growing-Lonely is in ALARM since", "isn't wired to a policy");
    }

    @Test
    @Order(1)
    void aSuspendedProcessIsToldWithTheCommandThatResumesIt() {
        growing.autoScaling()
                .suspendProcesses(request ->
                        request.autoScalingGroupName(growing.groupName()).scalingProcesses("AlarmNotification"));
        growing.onlyAlarm("High", 5, growing.step("Up", 1, 600));

        String sentence = sentence("growing", "PROCESS_SUSPENDED");
        growing.clear();
        growing.autoScaling().resumeProcesses(request -> request.autoScalingGroupName(growing.groupName()));

        assertThat(sentence).contains("process AlarmNotification is suspended", "aws autoscaling resume-processes");
    }

    @Test
    @Order(1)
    void theMinimumIsTold() {
        String down = growing.step("Down", -1, 600);
        growing.onlyAlarm(
                "Low",
                alarm -> alarm.threshold(1000.0)
                        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                        .alarmActions(down));

        assertThat(sentence("growing", "AT_MINIMUM")).contains("runs policy Down", "minimum of 1 instance");
    }

    @Test
    @Order(2)
    void aChangeIsToldWithItsAlarmAndItsPolicy() {
        growing.onlyAlarm("High", 5, growing.step("Up", 1, 600));

        assertThat(sentence("growing", "SCALED"))
                .contains("It did: alarm growing-High", "ran policy Up at", "from 1 to 2 instances");
        growing.awaitInService(2);
    }

    @Test
    @Order(3)
    void anInstanceThatWarmsUpIsToldWithItsEnd() {
        assertThat(sentence("growing", "WARM_UP")).containsPattern("1 instance warms up until \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    @Order(4)
    void aCooldownIsToldWithItsEnd() {
        growing.onlyAlarm("High", 5, growing.simple("More", 1, 600));
        growing.awaitInService(3);
        growing.bounds(1, 4, 3);

        assertThat(sentence("growing", "COOLDOWN"))
                .containsPattern("the cooldown lasts until \\d\\d:\\d\\d:\\d\\d: policy More changed 2 to 3");
    }

    @Test
    @Order(5)
    void theMaximumIsTold() {
        growing.bounds(1, 3, 3);
        growing.onlyAlarm("High", 5, growing.step("Up", 1, 0));

        assertThat(sentence("growing", "AT_MAXIMUM")).contains("maximum of 3 instances");
    }

    @Test
    @Order(6)
    void protectionOfAllInstancesIsTold() {
        growing.protectAll();
        String down = growing.step("Down", -1, 0);
        growing.onlyAlarm(
                "Low",
                alarm -> alarm.threshold(1000.0)
                        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                        .alarmActions(down));

        assertThat(sentence("growing", "ALL_PROTECTED"))
                .containsPattern("Fewer are wanted, [12] of 3 since alarm growing-Low ran policy Down")
                .contains("all instances in service are protected from scale-in");
    }

    @Test
    void theDefaultTriggerThatPullsTheOtherWayIsTold() {
        pulled.bounds(1, 3, 2);
        pulled.awaitInService(2);
        pulled.pullByDefault();
        pulled.awaitInService(1);
        pulled.onlyAlarm("High", 5, pulled.simple("More", 1, 360));

        assertThat(sentence("pulled", "DEFAULT_TRIGGER"))
                .contains(
                        "default trigger pulled the other way",
                        "its alarm AWSEBCloudwatchAlarmLow,",
                        "NetworkOut",
                        "from 2 to 1");
    }

    @Test
    void anAlarmWithoutValuesIsTold() {
        String up = held.step("Up", 1, 600);
        held.onlyAlarm(
                "Typo",
                alarm -> alarm.metricName("ApproximateNumberOfMesages")
                        .dimensions(List.of())
                        .threshold(5.0)
                        .alarmActions(up));

        assertThat(sentence("held", "MISSING_DATA"))
                .contains("gets no values of ApproximateNumberOfMesages", "takes missing values as notBreaching");
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void metricsThatAreAsleepAreToldBesideTheQueuesOwnCount() {
        spare.onlyAlarm("High", alarm -> alarm.threshold(1000.0).period(10).alarmActions(spare.step("Up", 1, 600)));

        assertThat(sentence("spare", "METRIC_ASLEEP"))
                .contains("The queue's metrics are asleep", "39 messages wait by the queue's own count");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void missingSpotCapacityIsToldInTheWordsOfEc2() throws Exception {
        post("/_beanpole/spot/shortage?state=on");
        spare.clear();
        spare.bounds(1, 3, 2);

        String sentence = sentence("spare", "SPOT_MISSING");
        post("/_beanpole/spot/shortage?state=off");

        assertThat(sentence)
                .contains("2 instances are desired and 1 serve", "no Spot capacity", "InsufficientInstanceCapacity");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aDeploymentInProgressIsTold() {
        cloud.update("held", STUCK);
        held.onlyAlarm("High", 5, held.step("Up", 1, 600));

        assertThat(sentence("held", "DEPLOYMENT"))
                .contains("an update of the environment is in progress since", "holds scaling back");
    }

    /** The sentence once it is the one that is due: metrics and alarms take a round or two. */
    private static String sentence(String environment, String verdict) {
        JsonNode explained = await().pollInterval(Duration.ofSeconds(1))
                .atMost(SOON)
                .until(
                        () -> cloud.json("scaling", "explain", environment, "--json"),
                        answer -> answer.get("verdict").asString().equals(verdict));
        String sentence = explained.get("sentence").asString();
        System.out.println(verdict + ": " + sentence);
        return sentence;
    }

    private static void post(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cloud.cloud().endpoint().resolve(URI.create(path)))
                .timeout(SOON)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static ConfigurationOptionSetting[] options() {
        return new ConfigurationOptionSetting[] {
            option(ScriptedCloud.GROUP, "MinSize", "1"),
            option(ScriptedCloud.GROUP, "MaxSize", "3"),
            option(ScriptedCloud.SQSD, "HttpConnections", "1"),
            option(ScriptedCloud.VARIABLE, "PAUSE", "600")
        };
    }

    private static ConfigurationOptionSetting[] spot() {
        return new ConfigurationOptionSetting[] {
            options()[0],
            options()[1],
            options()[2],
            options()[3],
            option("aws:ec2:instances", "EnableSpot", "true"),
            option("aws:ec2:instances", "SpotFleetOnDemandBase", "0"),
            option("aws:ec2:instances", "SpotFleetOnDemandAboveBasePercentage", "0")
        };
    }
}
