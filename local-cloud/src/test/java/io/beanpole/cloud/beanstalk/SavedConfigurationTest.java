package io.beanpole.cloud.beanstalk;

import static io.beanpole.cloud.beanstalk.EnvironmentHouse.LONG;
import static io.beanpole.cloud.beanstalk.EnvironmentHouse.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ActionHistoryStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ManagedAction;
import software.amazon.awssdk.services.elasticbeanstalk.model.OptionSpecification;
import software.amazon.awssdk.services.elasticbeanstalk.model.Tag;

/** What environments take over from saved configurations, manifests and platforms, with real processes. */
class SavedConfigurationTest {
    private static final String SQSD = "aws:elasticbeanstalk:sqsd";
    private static final String ACTIONS = "aws:elasticbeanstalk:managedactions";
    private static final String OLD = "64bit Amazon Linux 2023 v4.3.2 running ECS";
    private static final String FILE = """
            option_settings:
              aws:elasticbeanstalk:sqsd: {HttpPath: /file, MaxRetries: 4, MimeType: text/plain, ConnectTimeout: 7}
            """;

    private static EnvironmentHouse house;
    private static ElasticBeanstalkClient beanstalk;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        house = new EnvironmentHouse(directory);
        beanstalk = house.cloud.beanstalk;
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void theApiWinsOverTheSavedConfigurationOverTheFileOverTheDefault() {
        house.version("v1", Map.of(), Map.of(".ebextensions/10.config", FILE));
        saved("first", OLD, Map.of("HttpPath", "/saved", "MaxRetries", "5"));
        beanstalk.createEnvironment(request -> request.applicationName("app")
                .environmentName("lane")
                .templateName("first")
                .tier(tier -> tier.name("Worker").type("SQS/HTTP"))
                .versionLabel("v1")
                .tags(Tag.builder().key("team").value("clips").build())
                .optionSettings(option(SQSD, "HttpPath", "/api")));
        EnvironmentDescription ready = house.ready("lane");

        assertThat(ready.solutionStackName()).isEqualTo(OLD);
        assertThat(ready.templateName()).isEqualTo("first");
        assertThat(List.of("HttpPath", "MaxRetries", "MimeType", "InactivityTimeout"))
                .extracting(name -> setting("lane", name))
                .containsExactly("/api", "5", "text/plain", "299");
        assertThat(beanstalk
                        .listTagsForResource(request -> request.resourceArn(ready.environmentArn()))
                        .resourceTags())
                .hasSize(1);

        saved("second", OLD, Map.of("HttpPath", "/second"));
        beanstalk.updateEnvironment(request -> request.environmentName("lane").templateName("second"));
        house.ready("lane");
        assertThat(setting("lane", "HttpPath")).isEqualTo("/second");
        assertThat(setting("lane", "MaxRetries")).isEqualTo("4");

        beanstalk.updateEnvironment(request -> request.environmentName("lane")
                .optionsToRemove(OptionSpecification.builder()
                        .namespace(SQSD)
                        .optionName("HttpPath")
                        .build()));
        house.ready("lane");
        assertThat(setting("lane", "HttpPath")).isEqualTo("/file");

        beanstalk.createConfigurationTemplate(request ->
                request.applicationName("app").templateName("of-lane").environmentId(ready.environmentId()));
        managedUpdate();
        house.terminated("lane");
        deletedEnvironmentsAreToldOnRequest(ready.environmentId());
    }

    /** On the environment that is there already, because a launch takes its time. */
    private void managedUpdate() {
        assertThat(actions()).isEmpty();
        beanstalk.updateEnvironment(request -> request.environmentName("lane")
                .optionSettings(
                        option(ACTIONS, "ManagedActionsEnabled", "true"),
                        option(ACTIONS, "PreferredStartTime", "Sun:03:00"),
                        option(ACTIONS + ":platformupdate", "UpdateLevel", "minor")));
        house.ready("lane");
        ManagedAction planned = actions().get(0);
        assertThat(planned.actionTypeAsString()).isEqualTo("PlatformUpdate");
        assertThat(planned.statusAsString()).isEqualTo("Scheduled");

        beanstalk.applyEnvironmentManagedAction(
                request -> request.environmentName("lane").actionId(planned.actionId()));

        assertThat(house.ready("lane").solutionStackName()).isEqualTo("64bit Amazon Linux 2023 v4.7.1 running ECS");
        assertThat(actions()).isEmpty();
        assertThat(beanstalk
                        .describeEnvironmentManagedActionHistory(request -> request.environmentName("lane"))
                        .managedActionHistoryItems())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.status()).isEqualTo(ActionHistoryStatus.COMPLETED);
                    assertThat(item.finishedTime()).isAfterOrEqualTo(item.executedTime());
                });
        assertThatThrownBy(() -> beanstalk.updateEnvironment(request -> request.environmentName("lane")
                        .solutionStackName("64bit Amazon Linux 2023 v4.13.1 running Docker")))
                .hasMessageContaining("to another version of that platform only");
    }

    private static void deletedEnvironmentsAreToldOnRequest(String id) {
        assertThat(beanstalk
                        .describeEnvironments(
                                request -> request.environmentIds(id).includeDeleted(false))
                        .environments())
                .isEmpty();
        assertThat(beanstalk
                        .describeEnvironments(
                                request -> request.environmentIds(id).includeDeleted(true))
                        .environments())
                .singleElement()
                .satisfies(found -> assertThat(found.statusAsString()).isEqualTo("Terminated"));
        assertThat(beanstalk
                        .describeEnvironments(request -> request.environmentIds(id)
                                .includeDeleted(true)
                                .includedDeletedBackTo(java.time.Instant.now().plusSeconds(60)))
                        .environments())
                .isEmpty();
    }

    @Test
    void composedEnvironmentsAreNamedAfterTheirGroupAndKnowEachOther() {
        house.version("front", Map.of(), Map.of("env.yaml", """
                AWSConfigurationTemplateVersion: 1.1.0.0
                EnvironmentName: front+
                EnvironmentLinks: {WORKERQUEUE: back+}
                """));
        house.version("back", Map.of(), Map.of("env.yaml", """
                AWSConfigurationTemplateVersion: 1.1.0.0
                EnvironmentName: back+
                EnvironmentTier: {Name: Worker, Type: SQS/HTTP}
                OptionSettings:
                  aws:elasticbeanstalk:sqsd: {HttpPath: /work}
                """));
        assertThatThrownBy(() -> beanstalk.composeEnvironments(
                        request -> request.applicationName("app").versionLabels("front")))
                .hasMessageContaining("A GroupName is required");
        assertThatThrownBy(() -> beanstalk.composeEnvironments(request ->
                        request.applicationName("app").groupName("east").versionLabels("front")))
                .hasMessageContaining("is neither composed nor there");

        assertThat(beanstalk
                        .composeEnvironments(request ->
                                request.applicationName("app").groupName("east").versionLabels("front", "back"))
                        .environments())
                .extracting(EnvironmentDescription::environmentName)
                .containsExactly("front-east", "back-east");

        house.ready("back-east");
        assertThat(setting("back-east", "HttpPath")).isEqualTo("/work");
        String queue = house.queue("back-east");
        await().atMost(LONG)
                .until(() ->
                        settings("front-east").getOrDefault("WORKERQUEUE", "").equals(queue));
        assertThat(house.ready("front-east").environmentLinks())
                .singleElement()
                .satisfies(link -> assertThat(link.environmentName()).isEqualTo("back-east"));
        DescribeEnvironmentsResponse first = beanstalk.describeEnvironments(
                request -> request.environmentNames("front-east", "back-east").maxRecords(1));
        assertThat(first.environments()).hasSize(1);
        assertThat(beanstalk
                        .describeEnvironments(request -> request.environmentNames("front-east", "back-east")
                                .nextToken(first.nextToken()))
                        .environments())
                .hasSize(1);
        assertThat(beanstalk.describeApplications().applications())
                .extracting(ApplicationDescription::applicationName)
                .containsExactly("app");
    }

    private static void saved(String name, String stack, Map<String, String> sqsd) {
        beanstalk.createConfigurationTemplate(request -> request.applicationName("app")
                .templateName(name)
                .solutionStackName(stack)
                .optionSettings(sqsd.entrySet().stream()
                        .map(each -> option(SQSD, each.getKey(), each.getValue()))
                        .toList()));
    }

    private static List<ManagedAction> actions() {
        return beanstalk
                .describeEnvironmentManagedActions(request -> request.environmentName("lane"))
                .managedActions();
    }

    private static String setting(String environment, String name) {
        return settings(environment).get(name);
    }

    private static Map<String, String> settings(String environment) {
        return beanstalk
                .describeConfigurationSettings(
                        request -> request.applicationName("app").environmentName(environment))
                .configurationSettings()
                .get(0)
                .optionSettings()
                .stream()
                .filter(each -> each.namespace().equals(SQSD)
                        || each.namespace().equals("aws:elasticbeanstalk:application:environment"))
                .collect(java.util.stream.Collectors.toMap(each -> each.optionName(), each -> each.value()));
    }
}
