package io.beanpole.deploy.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beanpole.deploy.aws.CloudClock;
import io.beanpole.deploy.aws.QueryServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/** Which environment an alarm concerns, by the real client against an account's answers. */
class AlarmOwnersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final String WEB_ID = "e-aaaaaaaaaa";
    private static final String WORKER_ID = "e-bbbbbbbbbb";
    private static final String OWN_QUEUE = "clips";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CloudClock clock = new CloudClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final QueryServer aws = new QueryServer(this::answer);
    private final ElasticBeanstalkClient beanstalk = aws.access().client(ElasticBeanstalkClient.builder());
    private final AlarmOwners owners = new AlarmOwners(beanstalk, AlarmOwners.GOOD_FOR, clock);
    private volatile List<String> environments =
            List.of(environment("shop-web", WEB_ID, "WebServer"), environment("shop-worker", WORKER_ID, "Worker"));

    @AfterEach
    void stop() {
        beanstalk.close();
        aws.close();
    }

    @Test
    void whatIsNamedAfterAnEnvironmentIsItsOwnAndNobodyIsAskedForResources() {
        var alarms = List.of(
                alarm("awseb-" + WEB_ID + "-stack-AWSEBCloudwatchAlarmHigh-1", "AutoScalingGroupName", "any"),
                alarm("too many", "AutoScalingGroupName", "awseb-" + WEB_ID + "-stack-AWSEBAutoScalingGroup-1"),
                alarm("deep", "QueueName", "awseb-" + WORKER_ID + "-stack-AWSEBWorkerQueue-1"),
                alarm("letters", "QueueName", "awseb-" + WORKER_ID + "-stack-AWSEBWorkerDeadLetterQueue-1"));

        assertThat(owners.owned(alarms))
                .extracting(OwnedAlarm::environmentName, OwnedAlarm::kind)
                .containsExactly(
                        tuple("shop-web", AlarmKind.GROUP),
                        tuple("shop-web", AlarmKind.GROUP),
                        tuple("shop-worker", AlarmKind.QUEUE),
                        tuple("shop-worker", AlarmKind.DEAD_LETTERS));
        assertThat(asked).containsExactly("DescribeEnvironments");
    }

    @Test
    void aQueueOfOnesOwnAndItsGroupAreFoundByTheResourcesOfTheWorker() {
        var alarms = List.of(
                alarm("deep", "QueueName", OWN_QUEUE),
                alarm("letters", "QueueName", OWN_QUEUE + "-failed"),
                alarm("busy", "AutoScalingGroupName", "worker-group"));

        assertThat(owners.owned(alarms)).allSatisfy(alarm -> {
            assertThat(alarm.environmentName()).isEqualTo("shop-worker");
            assertThat(alarm.application()).isEqualTo("shop");
        });
        assertThat(owners.owned(alarms))
                .extracting(OwnedAlarm::kind)
                .containsExactly(AlarmKind.QUEUE, AlarmKind.DEAD_LETTERS, AlarmKind.GROUP);
        assertThat(asked).containsExactly("DescribeEnvironments", "DescribeEnvironmentResources");
    }

    @Test
    void anAlarmOfAGroupThatNobodyHereHasIsNobodys() {
        assertThat(owners.owned(List.of(alarm("busy", "AutoScalingGroupName", "of-another-team"))))
                .isEmpty();
        assertThat(asked).containsExactly("DescribeEnvironments");
    }

    @Test
    void theListOfEnvironmentsIsGoodForFiveMinutes() {
        var alarms = List.of(alarm("deep", "QueueName", "awseb-" + WORKER_ID + "-stack-AWSEBWorkerQueue-1"));
        owners.owned(alarms);
        environments = List.of();

        clock.heard(NOW.plus(AlarmOwners.GOOD_FOR).minusSeconds(1));
        assertThat(owners.owned(alarms)).hasSize(1);
        assertThat(asked).hasSize(1);

        clock.heard(NOW.plus(AlarmOwners.GOOD_FOR));
        assertThat(owners.owned(alarms)).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAlarmOfAnEnvironmentThatIsNewerThanTheListHasItReadAnewButNotAtEveryReading() {
        var known = alarm("busy", "AutoScalingGroupName", "awseb-" + WEB_ID + "-stack-AWSEBAutoScalingGroup-1");
        var fresh = alarm("new", "AutoScalingGroupName", "awseb-e-cccccccccc-stack-AWSEBAutoScalingGroup-1");
        owners.owned(List.of(known));
        environments = Stream.concat(
                        environments.stream(), Stream.of(environment("shop-new", "e-cccccccccc", "WebServer")))
                .toList();

        assertThat(owners.owned(List.of(known, fresh))).hasSize(1);
        assertThat(asked).as("once in fifty seconds at most").hasSize(1);

        clock.heard(NOW.plus(Duration.ofMinutes(2)));
        assertThat(owners.owned(List.of(known, fresh)))
                .extracting(OwnedAlarm::environmentName)
                .containsExactly("shop-web", "shop-new");
        assertThat(asked).hasSize(2);
    }

    private static MetricAlarm alarm(String name, String dimension, String value) {
        return MetricAlarm.builder()
                .alarmName(name)
                .dimensions(one -> one.name(dimension).value(value))
                .build();
    }

    private String answer(String request) {
        if (request.contains("Action=DescribeEnvironmentResources")) {
            asked.add("DescribeEnvironmentResources");
            return result("DescribeEnvironmentResources", """
                    <EnvironmentResources><EnvironmentName>shop-worker</EnvironmentName>
                      <AutoScalingGroups><member><Name>worker-group</Name></member></AutoScalingGroups>
                      <Queues>
                        <member><Name>WorkerQueue</Name><URL>http://127.0.0.1/1/%s</URL></member>
                        <member><Name>WorkerDeadLetterQueue</Name><URL>http://127.0.0.1/1/%s-failed</URL></member>
                      </Queues>
                    </EnvironmentResources>
                    """.formatted(OWN_QUEUE, OWN_QUEUE));
        }
        asked.add("DescribeEnvironments");
        return result(
                "DescribeEnvironments",
                environments.stream().collect(Collectors.joining("", "<Environments>", "</Environments>")));
    }

    private static String environment(String name, String id, String tier) {
        return """
                <member>
                  <EnvironmentName>%s</EnvironmentName><EnvironmentId>%s</EnvironmentId>
                  <ApplicationName>shop</ApplicationName><Status>Ready</Status>
                  <Tier><Name>%s</Name></Tier><DateUpdated>2026-11-21T08:00:00Z</DateUpdated>
                </member>
                """.formatted(name, id, tier);
    }

    private static String result(String operation, String content) {
        return "<" + operation + "Response xmlns=\"http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/\"><"
                + operation + "Result>" + content + "</" + operation + "Result></" + operation + "Response>";
    }
}
