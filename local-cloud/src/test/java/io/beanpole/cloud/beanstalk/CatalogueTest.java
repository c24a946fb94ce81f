package io.beanpole.cloud.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.ecr.EcrApi;
import io.beanpole.cloud.sqsd.RealQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeApplicationVersionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.InsufficientPrivilegesException;
import software.amazon.awssdk.services.elasticbeanstalk.model.OptionSpecification;
import software.amazon.awssdk.services.elasticbeanstalk.model.PlatformBranchSummary;
import software.amazon.awssdk.services.elasticbeanstalk.model.PlatformSummary;
import software.amazon.awssdk.services.elasticbeanstalk.model.Tag;
import software.amazon.awssdk.services.elasticbeanstalk.model.TooManyPlatformsException;
import software.amazon.awssdk.services.elasticbeanstalk.model.TooManyTagsException;

/** All that environments are made from, through the SDK's client; no environment is launched. */
class CatalogueTest {
    private static final String BUCKET = "elasticbeanstalk-us-east-1-000000000000";
    private static final String STACK = "64bit Amazon Linux 2023 v4.7.1 running ECS";
    private static final String ASG = "aws:autoscaling:asg";

    private static final String DOCKERRUN = """
            {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "x/app:1", "memory": 64,
             "essential": true, "portMappings": [{"hostPort": 80, "containerPort": 8080}]}]}
            """;

    private static RealQueue queues;
    private static EcrApi registry;
    private static BeanstalkCloud cloud;
    private static ElasticBeanstalkClient beanstalk;

    private final String app = "app-" + UUID.randomUUID();

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        queues = new RealQueue();
        registry = new EcrApi(directory.resolve("images"), 0, "us-east-1", "000000000000");
        cloud = new BeanstalkCloud(directory, queues.sqs, registry);
        beanstalk = cloud.beanstalk;
        assertThat(beanstalk.createStorageLocation().s3Bucket()).isEqualTo(BUCKET);
        bundle("fine.zip", Map.of("Dockerrun.aws.json", DOCKERRUN));
        bundle("torn.zip", Map.of("Dockerrun.aws.json", DOCKERRUN, "env.yaml", "EnvironmentName: [unclosed"));
    }

    @AfterAll
    static void stop() {
        cloud.close();
        registry.close();
        queues.close();
    }

    @Test
    void anApplicationIsDescribedWithItsVersionsTemplatesAndLifecycle() {
        application();
        version("v1");
        template("saved", option(ASG, "MaxSize", "2"));
        beanstalk.updateApplication(request -> request.applicationName(app).description("for tests"));
        beanstalk.updateApplicationResourceLifecycle(request -> request.applicationName(app)
                .resourceLifecycleConfig(config -> config.serviceRole("role")
                        .versionLifecycleConfig(rules ->
                                rules.maxCountRule(rule -> rule.enabled(true).maxCount(7)))));

        assertThat(beanstalk
                        .describeApplications(request -> request.applicationNames(app))
                        .applications())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.description()).isEqualTo("for tests");
                    assertThat(found.versions()).containsExactly("v1");
                    assertThat(found.configurationTemplates()).containsExactly("saved");
                    assertThat(found.resourceLifecycleConfig()
                                    .versionLifecycleConfig()
                                    .maxCountRule()
                                    .maxCount())
                            .isEqualTo(7);
                });
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.updateApplicationResourceLifecycle(request -> request.applicationName(app)
                        .resourceLifecycleConfig(config -> config.versionLifecycleConfig(rules ->
                                rules.maxAgeRule(rule -> rule.enabled(true).maxAgeInDays(1))))));
    }

    @Test
    void aLifecycleRuleDeletesTheOldestVersionsWhenOneIsCreated() {
        beanstalk.createApplication(request -> request.applicationName(app)
                .resourceLifecycleConfig(config -> config.serviceRole("role")
                        .versionLifecycleConfig(rules ->
                                rules.maxCountRule(rule -> rule.enabled(true).maxCount(2)))));

        List.of("v1", "v2", "v3", "v4").forEach(this::version);

        assertThat(labels(versions(null, null))).containsExactly("v4", "v3");
        assertThat(messages()).contains("Deleted Application Version: v1", "Deleted Application Version: v2");
    }

    @Test
    void versionsComeInPagesNewestFirst() {
        application();
        List.of("v1", "v2", "v3").forEach(this::version);

        DescribeApplicationVersionsResponse first = versions(2, null);
        DescribeApplicationVersionsResponse second = versions(2, first.nextToken());

        assertThat(labels(first)).containsExactly("v3", "v2");
        assertThat(labels(second)).containsExactly("v1");
        assertThat(second.nextToken()).isNull();
        assertRefused("InvalidParameterValue", () -> versions(0, null));
        assertRefused("InvalidParameterValue", () -> versions(2, "nonsense"));
    }

    @Test
    void aProcessedVersionSaysWhetherItsFilesCanBeRead() {
        application();
        process("fine");
        process("torn");

        await().atMost(Duration.ofSeconds(20)).until(() -> status("fine").equals("Processed"));
        await().atMost(Duration.ofSeconds(20)).until(() -> status("torn").equals("Failed"));
        assertThat(beanstalk
                        .describeEvents(request -> request.applicationName(app).severity("ERROR"))
                        .events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.versionLabel()).isEqualTo("torn");
                    assertThat(event.message()).contains("env.yaml is invalid YAML");
                });
    }

    @Test
    void aVersionWithoutABundleOrFromSourceIsRefused() {
        application();
        assertRefused(
                "InvalidParameterCombination",
                () -> beanstalk.createApplicationVersion(
                        request -> request.applicationName(app).versionLabel("v1")));
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.createApplicationVersion(request -> request.applicationName(app)
                        .versionLabel("v1")
                        .sourceBundle(source -> source.s3Bucket(BUCKET).s3Key("nothing.zip"))));
        assertRefused(
                "CodeBuildNotInServiceRegionException",
                () -> beanstalk.createApplicationVersion(request -> request.applicationName(app)
                        .versionLabel("v1")
                        .buildConfiguration(
                                build -> build.codeBuildServiceRole("role").image("image"))));
        assertRefused("InvalidParameterValue", () -> version("a".repeat(101)));
        version("v1");
        assertRefused("InvalidParameterValue", () -> version("v1"));
    }

    @Test
    void aSavedConfigurationIsCreatedCopiedChangedAndDeleted() {
        application();
        template("saved", option(ASG, "MaxSize", "2"), option("aws:elasticbeanstalk:sqsd", "HttpPath", "/work"));
        beanstalk.createConfigurationTemplate(request -> request.applicationName(app)
                .templateName("copy")
                .sourceConfiguration(source -> source.applicationName(app).templateName("saved"))
                .optionSettings(option(ASG, "MaxSize", "3")));
        beanstalk.updateConfigurationTemplate(request -> request.applicationName(app)
                .templateName("copy")
                .description("a copy")
                .optionSettings(option(ASG, "MinSize", "2"))
                .optionsToRemove(OptionSpecification.builder()
                        .namespace("aws:elasticbeanstalk:sqsd")
                        .optionName("HttpPath")
                        .build()));

        assertThat(setting("saved", "MaxSize")).isEqualTo("2");
        assertThat(setting("saved", "HttpPath")).isEqualTo("/work");
        assertThat(setting("copy", "MaxSize")).isEqualTo("3");
        assertThat(setting("copy", "MinSize")).isEqualTo("2");
        assertThat(setting("copy", "HttpPath")).isEqualTo("/");
        beanstalk.deleteConfigurationTemplate(
                request -> request.applicationName(app).templateName("copy"));
        assertRefused("InvalidParameterValue", () -> setting("copy", "MaxSize"));
        assertThat(beanstalk
                        .describeEvents(request -> request.templateName("copy").applicationName(app))
                        .events())
                .extracting(EventDescription::message)
                .containsExactly(
                        "Deleted Configuration Template: copy",
                        "Updated Configuration Template: copy",
                        "Created new Configuration Template: copy");
        assertRefused("ConfigurationValidationException", () -> template("bad", option(ASG, "MaxSize", "many")));
        assertRefused(
                "InvalidParameterCombination",
                () -> beanstalk.createConfigurationTemplate(
                        request -> request.applicationName(app).templateName("nothing")));
    }

    @Test
    void optionsAreDescribedWithWhatTheyTakeAndWhatChangingThemDoes() {
        List<ConfigurationOptionDescription> all = beanstalk
                .describeConfigurationOptions(request -> request.solutionStackName(STACK))
                .options();

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all)
                .filteredOn(each -> "InstanceType".equals(each.name()))
                .singleElement()
                .satisfies(each -> assertThat(each.changeSeverity()).isEqualTo("RestartEnvironment"));
        assertThat(beanstalk
                        .describeConfigurationOptions(request -> request.options(
                                specified("aws:elasticbeanstalk:command", "DeploymentPolicy"),
                                specified("aws:elasticbeanstalk:application:environment", "NAME"),
                                specified("aws:autoscaling:asg", "Nonsense")))
                        .options())
                .satisfiesExactly(
                        policy -> {
                            assertThat(policy.defaultValue()).isEqualTo("AllAtOnce");
                            assertThat(policy.valueOptions()).contains("Immutable");
                            assertThat(policy.userDefined()).isFalse();
                        },
                        property -> {
                            assertThat(property.changeSeverity()).isEqualTo("RestartApplicationServer");
                            assertThat(property.userDefined()).isTrue();
                        });
    }

    @Test
    void validationTellsErrorsAndWarnings() {
        application();
        template("saved");

        assertThat(validated(option(ASG, "MaxSize", "many"), option("aws:nothing", "Key", "value")))
                .containsExactly(
                        "error aws:autoscaling:asg MaxSize Invalid option value: 'many' (Namespace:"
                                + " 'aws:autoscaling:asg', OptionName: 'MaxSize'): Value must be a number from 0 to 10000.",
                        "error aws:nothing Key Invalid option specification (Namespace: 'aws:nothing', OptionName:"
                                + " 'Key'): Unknown configuration setting.");
        assertThat(validated(option(ASG, "MinSize", "5")))
                .singleElement()
                .asString()
                .startsWith("error aws:autoscaling:asg MinSize");
        assertThat(validated(option("aws:autoscaling:trigger", "Period", "1")))
                .singleElement()
                .asString()
                .startsWith("warning aws:autoscaling:trigger BreachDuration");
        assertThat(validated(option(ASG, "MaxSize", "5"))).isEmpty();
    }

    @Test
    void tagsAreGivenToWhatIsThereAndToNothingElse() {
        beanstalk.createApplication(
                request -> request.applicationName(app).tags(tag("team", "clips"), tag("stage", "local")));
        String arn = "arn:aws:elasticbeanstalk:us-east-1:000000000000:application/" + app;
        beanstalk.updateTagsForResource(request -> request.resourceArn(arn)
                .tagsToAdd(tag("team", "video"), tag("new", "yes"))
                .tagsToRemove("stage"));

        assertThat(beanstalk
                        .listTagsForResource(request -> request.resourceArn(arn))
                        .resourceTags())
                .containsExactly(tag("new", "yes"), tag("team", "video"));
        assertRefused(
                "ResourceNotFoundException",
                () -> beanstalk.listTagsForResource(request -> request.resourceArn(arn + "-nobody")));
        assertRefused(
                "ResourceTypeNotSupportedException",
                () -> beanstalk.listTagsForResource(
                        request -> request.resourceArn(arn.replace(":application/", ":moon/"))));
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.updateTagsForResource(
                        request -> request.resourceArn(arn).tagsToAdd(tag("aws:mine", "x"))));
        List<Tag> many =
                IntStream.range(0, 51).mapToObj(each -> tag("key" + each, "x")).toList();
        assertThatThrownBy(() -> beanstalk.updateTagsForResource(
                        request -> request.resourceArn(arn).tagsToAdd(many)))
                .isInstanceOf(TooManyTagsException.class);
    }

    @Test
    void platformsAreListedFilteredAndDescribed() {
        assertThat(beanstalk.listAvailableSolutionStacks().solutionStacks()).contains(STACK);
        assertThat(beanstalk
                        .listPlatformBranches(request -> request.filters(filter ->
                                filter.attribute("LifecycleState").operator("=").values("Supported")))
                        .platformBranchSummaryList())
                .extracting(PlatformBranchSummary::branchName)
                .containsExactly("Docker running on 64bit Amazon Linux 2023", "ECS running on 64bit Amazon Linux 2023");
        List<PlatformSummary> recommended = beanstalk
                .listPlatformVersions(request -> request.filters(
                        filter -> filter.type("PlatformName")
                                .operator("begins_with")
                                .values("ECS running"),
                        filter -> filter.type("PlatformVersion").operator(">").values("4.3.2")))
                .platformSummaryList();
        assertThat(recommended).extracting(PlatformSummary::platformVersion).containsExactly("4.7.1", "4.4.0");
        assertThat(beanstalk
                        .describePlatformVersion(request ->
                                request.platformArn(recommended.get(0).platformArn()))
                        .platformDescription()
                        .solutionStackName())
                .isEqualTo(STACK);
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.listPlatformVersions(request -> request.filters(
                        filter -> filter.type("Colour").operator("=").values("red"))));
        assertThat(beanstalk
                        .listPlatformVersions(request -> request.maxRecords(3))
                        .nextToken())
                .isEqualTo("3");
    }

    @Test
    void theAccountTellsItsQuotasAndWhatItCannotDo() {
        assertThat(beanstalk
                        .describeAccountAttributes()
                        .resourceQuotas()
                        .applicationVersionQuota()
                        .maximum())
                .isEqualTo(1_000);
        assertThatThrownBy(() -> beanstalk.createPlatformVersion(request -> request.platformName("mine")
                        .platformVersion("1.0.0")
                        .platformDefinitionBundle(
                                source -> source.s3Bucket(BUCKET).s3Key("fine.zip"))))
                .isInstanceOf(TooManyPlatformsException.class);
        assertRefused(
                "InvalidParameterValue", () -> beanstalk.deletePlatformVersion(request -> request.platformArn("x")));
        assertThatThrownBy(() -> beanstalk.associateEnvironmentOperationsRole(
                        request -> request.environmentName("lane").operationsRole("role")))
                .isInstanceOf(InsufficientPrivilegesException.class);
        assertThat(beanstalk
                        .checkDNSAvailability(request -> request.cnamePrefix("my-app"))
                        .fullyQualifiedCNAME())
                .isEqualTo("my-app.us-east-1.elasticbeanstalk.com");
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.checkDNSAvailability(request -> request.cnamePrefix("my_app")));
    }

    @Test
    void whatIsMissingOrUnknownIsRefusedByName() {
        assertRefused(
                "InvalidParameterValue", () -> beanstalk.createApplication(request -> request.applicationName("a/b")));
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.updateApplication(request -> request.applicationName("nobody")));
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.describeEnvironmentManagedActions(request -> request.environmentName("nobody")));
        assertRefused(
                "InvalidParameterCombination",
                () -> beanstalk.describeEnvironmentManagedActionHistory(request -> request.maxItems(1)));
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.applyEnvironmentManagedAction(
                        request -> request.environmentName("nobody").actionId("x")));
        assertRefused("InvalidParameterValue", () -> beanstalk.describeEvents(request -> request.severity("LOUD")));
        application();
        assertRefused(
                "InvalidParameterValue",
                () -> beanstalk.deleteEnvironmentConfiguration(
                        request -> request.applicationName(app).environmentName("nobody")));
        assertRefused("MissingParameter", () -> beanstalk.composeEnvironments(request -> request.applicationName(app)));
        version("v1");
        assertThatThrownBy(() -> beanstalk.composeEnvironments(
                        request -> request.applicationName(app).versionLabels("v1")))
                .hasMessageContaining("has no env.yaml at its root");
    }

    private void application() {
        beanstalk.createApplication(request -> request.applicationName(app));
    }

    private void version(String label) {
        beanstalk.createApplicationVersion(request -> request.applicationName(app)
                .versionLabel(label)
                .sourceBundle(source -> source.s3Bucket(BUCKET).s3Key("fine.zip")));
    }

    private void process(String label) {
        beanstalk.createApplicationVersion(request -> request.applicationName(app)
                .versionLabel(label)
                .process(true)
                .sourceBundle(source -> source.s3Bucket(BUCKET).s3Key(label + ".zip")));
    }

    private String status(String label) {
        return beanstalk
                .describeApplicationVersions(
                        request -> request.applicationName(app).versionLabels(label))
                .applicationVersions()
                .get(0)
                .statusAsString();
    }

    private DescribeApplicationVersionsResponse versions(Integer most, String token) {
        return beanstalk.describeApplicationVersions(
                request -> request.applicationName(app).maxRecords(most).nextToken(token));
    }

    private static List<String> labels(DescribeApplicationVersionsResponse versions) {
        return versions.applicationVersions().stream()
                .map(ApplicationVersionDescription::versionLabel)
                .toList();
    }

    private void template(String name, ConfigurationOptionSetting... options) {
        beanstalk.createConfigurationTemplate(request -> request.applicationName(app)
                .templateName(name)
                .solutionStackName(STACK)
                .optionSettings(options));
    }

    private String setting(String template, String option) {
        return beanstalk
                .describeConfigurationSettings(
                        request -> request.applicationName(app).templateName(template))
                .configurationSettings()
                .get(0)
                .optionSettings()
                .stream()
                .filter(each -> each.optionName().equals(option))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private List<String> validated(ConfigurationOptionSetting... options) {
        return beanstalk
                .validateConfigurationSettings(request ->
                        request.applicationName(app).templateName("saved").optionSettings(options))
                .messages()
                .stream()
                .map(each -> each.severityAsString() + " " + each.namespace() + " " + each.optionName() + " "
                        + each.message())
                .toList();
    }

    private List<String> messages() {
        return new ArrayList<>(beanstalk.describeEvents(request -> request.applicationName(app)).events().stream()
                .map(EventDescription::message)
                .toList());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ElasticBeanstalkException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo(code));
    }

    private static OptionSpecification specified(String namespace, String name) {
        return OptionSpecification.builder()
                .namespace(namespace)
                .optionName(name)
                .build();
    }

    private static ConfigurationOptionSetting option(String namespace, String name, String value) {
        return EnvironmentHouse.option(namespace, name, value);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void bundle(String key, Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cloud.s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes.toByteArray()));
    }
}
