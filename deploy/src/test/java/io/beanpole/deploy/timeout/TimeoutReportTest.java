package io.beanpole.deploy.timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.spec.DeclaredTimes;
import io.beanpole.deploy.spec.OptionName;
import io.beanpole.deploy.timeout.Contradiction.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contradiction that is known is found where it was seeded, alone, and none where all times fit. */
class TimeoutReportTest {
    @Test
    void aCleanWorkerHasNone() {
        var report = TimeoutFixtures.cleanWorker().report();

        assertThat(report.contradictions()).isEmpty();
        assertThat(report.file()).isEmpty();
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void aCleanWebEnvironmentHasNone() {
        assertThat(TimeoutFixtures.cleanWeb().report().contradictions()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void theSeededContradictionIsFoundAlone(Rule rule, Consumer<TimeoutFixtures> seed, boolean isWeb) {
        var fixture = isWeb ? TimeoutFixtures.cleanWeb() : TimeoutFixtures.cleanWorker();
        seed.accept(fixture);

        assertThat(fixture.report().contradictions())
                .extracting(Contradiction::rule)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasASeed(Rule rule) {
        assertThat(seeds().map(seed -> seed.get()[0])).contains(rule);
    }

    static Stream<Arguments> seeds() {
        return Stream.of(
                worker(Rule.PROXY_BEFORE_INACTIVITY, fixture -> fixture.files.clear()),
                worker(Rule.TASK_LONGER_THAN_INACTIVITY, fixture -> property(fixture, "400s")),
                worker(
                        Rule.INACTIVITY_NOT_BELOW_VISIBILITY,
                        fixture -> fixture.sqsd("VisibilityTimeout", "300").sqsd("MaxRetries", "5")),
                worker(Rule.VISIBILITY_TOO_SHORT, fixture -> fixture.declared = declared("5s", "turn-id")),
                worker(Rule.ERROR_VISIBILITY_UNSET, fixture -> fixture.sqsd("ErrorVisibilityTimeout", "")),
                worker(Rule.NO_REDRIVE, fixture -> {
                    fixture.sqsd("WorkerQueueURL", "https://sqs/1/own");
                    fixture.queue.remove("RedrivePolicy");
                    fixture.deadLetters.clear();
                }),
                worker(
                        Rule.MAX_RETRIES_WITHOUT_EFFECT,
                        fixture -> fixture.sqsd("WorkerQueueURL", "https://sqs/1/own")
                                .sqsd("MaxRetries", "9")),
                worker(Rule.RETENTION_BEFORE_LAST_TRY, fixture -> fixture.sqsd("RetentionPeriod", "900")),
                worker(
                        Rule.DEAD_LETTERS_EXPIRE_FIRST,
                        fixture -> fixture.deadLetters.put("MessageRetentionPeriod", "345600")),
                worker(Rule.ATTRIBUTE_DROPPED, fixture -> fixture.declared = declared("20s", "turn_id")),
                worker(Rule.PERIODIC_ON_FIFO, fixture -> {
                    fixture.queue.put("QueueArn", "arn:aws:sqs:eu-central-1:111122223333:own.fifo");
                    fixture.files.put(
                            "cron.yaml", "version: 1\ncron:\n  - {name: a, url: /a, schedule: \"0 2 * * *\"}\n");
                }),
                worker(Rule.OVER_TWELVE_HOURS, fixture -> {
                    property(fixture, "9h");
                    fixture.declared = declared("5s", "turn-id");
                    fixture.sqsd("InactivityTimeout", "36000").sqsd("VisibilityTimeout", "43200");
                    fixture.files.put(".platform/nginx/conf.d/timeouts.conf", "proxy_read_timeout 11h;\n");
                }),
                web(
                        Rule.BALANCER_BEFORE_APPLICATION,
                        fixture -> fixture.option("aws:elbv2:loadbalancer", "IdleTimeout", "10")),
                web(Rule.PROXY_BEFORE_APPLICATION, fixture -> {
                    fixture.option("aws:elbv2:loadbalancer", "IdleTimeout", "120");
                    fixture.declared =
                            new DeclaredTimes(Optional.empty(), Optional.empty(), Optional.of("90s"), List.of());
                }));
    }

    @Test
    void whatIsProposedFits() {
        var fixture =
                TimeoutFixtures.cleanWorker().sqsd("VisibilityTimeout", "60").sqsd("ErrorVisibilityTimeout", "");
        property(fixture, "10m");
        fixture.queue.put("MessageRetentionPeriod", "1209600");

        var proposed = fixture.report();
        proposed.proposal().forEach(fixture::sqsd);
        fixture.queue.put("MessageRetentionPeriod", "345600");
        fixture.files.put(".platform/nginx/conf.d/timeouts.conf", "proxy_read_timeout 620s;\n");

        assertThat(proposed.contradictions()).hasSizeGreaterThan(3);
        assertThat(proposed.file())
                .startsWith("option_settings:\n  aws:elasticbeanstalk:sqsd:\n    ErrorVisibilityTimeout: \"15\"\n")
                .contains("InactivityTimeout: \"610\"", "MessageRetentionPeriod: 345600");
        assertThat(fixture.report().contradictions()).isEmpty();
    }

    @Test
    void theLifeOfAMessageThatFailsIsDrawnForErrorsAndForHangs() {
        assertThat(TimeoutFixtures.cleanWorker().report().lives())
                .containsExactly(
                        "When every try is answered at once with another status than 200:",
                        "  | try 1 at 0 s | try 2 at 15 s | try 3 at 30 s | try 4 at 45 s ",
                        "  | try 5 at 60 s |> 75 s",
                        "  It becomes a dead letter after 5 tries, 75 s after the first.",
                        "When every try hangs:",
                        "  | try 1 at 0 s | try 2 at 5 min 10 s | try 3 at 10 min 20 s | try 4 at 15 min 30 s ",
                        "  | try 5 at 20 min 40 s |> 25 min 50 s",
                        "  It becomes a dead letter after 5 tries, 25 min 50 s after the first.");
    }

    @Test
    void withDefaultsAFailingMessageNeedsFiftyMinutesNotTwentySeconds() {
        var fixture = TimeoutFixtures.cleanWorker()
                .sqsd("VisibilityTimeout", "300")
                .sqsd("InactivityTimeout", "299")
                .sqsd("ErrorVisibilityTimeout", "");
        fixture.queue.put("RedrivePolicy", "{\"maxReceiveCount\": 10}");

        assertThat(fixture.report().lives())
                .contains("  It becomes a dead letter after 10 tries, 50 min after the first.");
    }

    @Test
    void ecsAndComposeHaveNoProxy() {
        var ecs = TimeoutFixtures.cleanWorker();
        ecs.files.clear();
        ecs.platform = "64bit Amazon Linux 2023 v4.1.0 running ECS";
        var compose = TimeoutFixtures.cleanWorker();
        compose.files.clear();
        compose.files.put("docker-compose.yml", "services: {}");

        assertThat(ecs.report().contradictions()).isEmpty();
        assertThat(compose.report().contradictions()).isEmpty();
    }

    @Test
    void headerNamesThatNginxWasToldToPassArePassed() {
        var fixture = TimeoutFixtures.cleanWorker();
        fixture.declared = declared("20s", "turn_id");
        fixture.files.put(".platform/nginx/conf.d/names.conf", "underscores_in_headers on;\n");

        assertThat(fixture.report().contradictions()).isEmpty();
    }

    @Test
    void aPropertyThatIsMissingIsSaidAndOneThatIsNoDurationRefused() {
        var missing = TimeoutFixtures.cleanWorker();
        missing.settings.remove(new OptionName(OptionName.PROPERTIES, "TASK_LIMIT"));
        var wrong = TimeoutFixtures.cleanWorker();
        property(wrong, "soon");

        assertThat(missing.report().remarks()).anyMatch(remark -> remark.contains("TASK_LIMIT"));
        assertThatThrownBy(wrong::report).hasMessage("The property TASK_LIMIT is 'soon', which is no duration.");
    }

    private static Arguments worker(Rule rule, Consumer<TimeoutFixtures> seed) {
        return Arguments.of(rule, seed, false);
    }

    private static Arguments web(Rule rule, Consumer<TimeoutFixtures> seed) {
        return Arguments.of(rule, seed, true);
    }

    private static void property(TimeoutFixtures fixture, String value) {
        fixture.settings.put(new OptionName(OptionName.PROPERTIES, "TASK_LIMIT"), value);
    }

    private static DeclaredTimes declared(String usual, String attribute) {
        return new DeclaredTimes(Optional.of("TASK_LIMIT"), Optional.of(usual), Optional.empty(), List.of(attribute));
    }
}
