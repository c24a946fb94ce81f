package io.beanpole.cloud.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.ecr.EcrApi;
import io.beanpole.cloud.instance.ImageWorkshop;
import io.beanpole.cloud.sqsd.RealQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.elasticbeanstalk.model.CPUUtilization;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateEnvironmentResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentHealthResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.Queue;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;
import software.amazon.awssdk.services.elasticbeanstalk.waiters.ElasticBeanstalkWaiter;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class ElasticBeanstalkTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PROPERTIES = "aws:elasticbeanstalk:application:environment";

    @TempDir
    private Path directory;

    private static RealQueue queues;
    private static EcrApi registry;

    private final String repository = "tiny-" + UUID.randomUUID();
    private BeanstalkCloud cloud;
    private String image;

    @BeforeAll
    static void startQueues(@TempDir Path images) throws IOException {
        queues = new RealQueue();
        registry = new EcrApi(images, 0, "us-east-1", "000000000000");
    }

    @AfterAll
    static void stopQueues() {
        registry.close();
        queues.close();
    }

    @BeforeEach
    void start() throws IOException {
        cloud = new BeanstalkCloud(directory, queues.sqs, registry);
        cloud.ecr.createRepository(request -> request.repositoryName(repository));
        image = ImageWorkshop.pushTiny(cloud.login(), repository);
        cloud.beanstalk.createStorageLocation();
        cloud.beanstalk.createApplication(request -> request.applicationName("app"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aWebEnvironmentServesBehindItsBalancer() throws Exception {
        version("v1", Map.of());
        CreateEnvironmentResponse created = create(
                "web-env",
                "WebServer",
                option(PROPERTIES, "NAME", "one"),
                option("aws:autoscaling:asg", "MinSize", "2"));
        assertThat(created.environmentId()).matches("e-[a-z0-9]{10}");
        assertThat(created.statusAsString()).isEqualTo("Launching");

        EnvironmentDescription ready = ready("web-env");

        assertThat(ready.healthAsString()).isEqualTo("Green");
        assertThat(instances("web-env")).hasSize(2).allSatisfy(instance -> {
            assertThat(instance.deployment().versionLabel()).isEqualTo("v1");
            assertThat(instance.deployment().status()).isEqualTo("Deployed");
        });
        await().atMost(LONG).until(() -> get(ready, "/about").statusCode() == 200);
        assertThat(get(ready, "/about").body()).contains("NAME=one").contains("AWS_REGION=us-east-1");
        assertThat(get(ready, "/headers").body())
                .contains("X-forwarded-for=[127.0.0.1]")
                .contains("X-forwarded-port=[" + ready.cname().split(":")[1] + "]");
        assertThat(messages(created.responseMetadata().requestId()))
                .contains("createEnvironment is starting.", "Successfully launched environment: web-env");
    }

    @Test
    void aWorkerEnvironmentPostsItsQueuesMessagesAndKeepsLogs() throws Exception {
        version(
                "v1",
                Map.of(
                        ".ebextensions/10-sqsd.config",
                        "option_settings:\n  aws:elasticbeanstalk:sqsd:\n    MaxRetries: 4\n    HttpPath: /work\n",
                        ".ebextensions/20-bad.config",
                        "option_settings: [unclosed"));
        create("worker-env", "Worker", option("aws:elasticbeanstalk:sqsd", "VisibilityTimeout", "30"));
        ready("worker-env");

        List<Queue> found = cloud.beanstalk
                .describeEnvironmentResources(request -> request.environmentName("worker-env"))
                .environmentResources()
                .queues();
        assertThat(found).extracting(Queue::name).containsExactly("WorkerQueue", "WorkerDeadLetterQueue");
        assertThat(queues.sqs
                        .getQueueAttributes(
                                request -> request.queueUrl(found.get(0).url()).attributeNames(QueueAttributeName.ALL))
                        .attributes()
                        .get(QueueAttributeName.REDRIVE_POLICY))
                .contains("\"maxReceiveCount\":4");
        assertThat(setting("worker-env", "WorkerQueueURL")).isEmpty();
        assertThat(setting("worker-env", "HttpPath")).isEqualTo("/work");
        assertThat(allMessages()).anyMatch(message -> message.contains(".ebextensions/20-bad.config"));

        queues.sqs.sendMessage(request -> request.queueUrl(found.get(0).url()).messageBody("cut this"));

        String instance = instances("worker-env").get(0).instanceId();
        await().atMost(LONG).until(() -> log("worker-env", instance, "app.log").contains("got cut this"));
        await().atMost(LONG)
                .until(() -> log("worker-env", instance, "aws-sqsd.log").contains("(1) 200 - "));
    }

    @Test
    void healthTellsTheRequestsOfTheLastTenSeconds() throws Exception {
        version("v1", Map.of());
        create("web-env", "WebServer");
        EnvironmentDescription ready = ready("web-env");
        await().atMost(LONG).until(() -> get(ready, "/").statusCode() == 200);

        for (int i = 0; i < 20; i++) {
            assertThat(get(ready, "/").statusCode()).isEqualTo(200);
        }
        DescribeEnvironmentHealthResponse health = health("web-env");

        assertThat(health.healthStatus()).isEqualTo("Ok");
        assertThat(health.causes()).isEmpty();
        assertThat(health.instancesHealth().ok()).isEqualTo(1);
        assertThat(health.refreshedAt()).isNotNull();
        assertThat(health.applicationMetrics().duration()).isEqualTo(10);
        assertThat(health.applicationMetrics().requestCount()).isGreaterThanOrEqualTo(20);
        assertThat(health.applicationMetrics().statusCodes().status2xx()).isGreaterThanOrEqualTo(20);
        assertThat(health.applicationMetrics().latency().p10())
                .isPositive()
                .isLessThanOrEqualTo(health.applicationMetrics().latency().p999());
        assertThat(instances("web-env")).singleElement().satisfies(instance -> {
            assertThat(instance.applicationMetrics().requestCount()).isGreaterThanOrEqualTo(20);
            assertThat(instance.system().loadAverage()).hasSize(3);
        });
        await().atMost(LONG).until(() -> instances("web-env").get(0).system().cpuUtilization() != null);
        CPUUtilization cpu = instances("web-env").get(0).system().cpuUtilization();
        assertThat(cpu.user() + cpu.system() + cpu.idle()).isBetween(99.0, 101.0);
    }

    @Test
    void onlyTheAttributesThatAreAskedForAreTold() {
        version("v1", Map.of());
        create("web-env", "WebServer");
        ready("web-env");

        DescribeEnvironmentHealthResponse health = cloud.beanstalk.describeEnvironmentHealth(
                request -> request.environmentName("web-env").attributeNamesWithStrings("Color"));

        assertThat(health.color()).isEqualTo("Green");
        assertThat(health.healthStatus()).isNull();
        assertThat(health.applicationMetrics()).isNull();
        assertThat(cloud.beanstalk
                        .describeInstancesHealth(request -> request.environmentName("web-env"))
                        .instanceHealthList())
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.instanceId()).startsWith("i-");
                    assertThat(instance.healthStatus()).isNull();
                });
        assertThatThrownBy(() -> cloud.beanstalk.describeEnvironmentHealth(
                        request -> request.environmentName("web-env").attributeNamesWithStrings("Mood")))
                .hasMessageContaining("Value 'Mood' at 'AttributeNames' failed to satisfy constraint");
    }

    @Test
    void whatStandsInAWorkersQueuesIsACause() {
        version("v1", Map.of());
        create("worker-env", "Worker", option("aws:elasticbeanstalk:sqsd", "HttpPath", "/work"));
        String id = ready("worker-env").environmentId();
        String dead = queuesOf(id).stream()
                .filter(url -> url.contains("DeadLetter"))
                .findFirst()
                .orElseThrow();
        queues.sqs.sendMessage(request -> request.queueUrl(dead).messageBody("poison"));
        queues.sqs.sendMessage(request -> request.queueUrl(dead).messageBody("poison"));

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(health("worker-env").causes())
                        .containsExactly("2 messages in the dead letter queue."));
        assertThat(health("worker-env").healthStatus()).isEqualTo("Info");
        String live = queuesOf(id).stream()
                .filter(url -> !url.contains("DeadLetter"))
                .findFirst()
                .orElseThrow();
        queues.sqs.sendMessage(request -> request.queueUrl(live).messageBody("work"));
        await().atMost(LONG)
                .until(() -> health("worker-env").applicationMetrics().requestCount() == 1);
    }

    @Test
    void theHealthOfAnEnvironmentIsAMetric() {
        version("v1", Map.of());
        create("web-env", "WebServer");
        ready("web-env");
        List<String> metrics = new CopyOnWriteArrayList<>();

        cloud.service()
                .publish(
                        (metric, at, value, unit) -> metrics.add(
                                metric.namespace() + " " + metric.name() + " " + metric.dimensions() + " " + value),
                        Duration.ofMillis(100));

        await().atMost(LONG)
                .until(() -> metrics.contains("AWS/ElasticBeanstalk EnvironmentHealth {EnvironmentName=web-env} 0.0"));
    }

    private DescribeEnvironmentHealthResponse health(String name) {
        return cloud.beanstalk.describeEnvironmentHealth(
                request -> request.environmentName(name).attributeNamesWithStrings("All"));
    }

    @Test
    void resourcesOfTheBundleComeAndGoWithTheirEnvironment() {
        version("v1", Map.of(".ebextensions/10-queue.config", """
                Resources:
                  Extra:
                    Type: AWS::SQS::Queue
                    Properties:
                      VisibilityTimeout: {"Fn::GetOptionSetting": {OptionName: Patience, DefaultValue: "60"}}
                      RedrivePolicy:
                        deadLetterTargetArn: {"Fn::GetAtt": [AWSEBWorkerDeadLetterQueue, Arn]}
                        maxReceiveCount: "2"
                  BacklogHighPolicy:
                    Type: AWS::AutoScaling::ScalingPolicy
                    Properties:
                      AutoScalingGroupName: {Ref: AWSEBAutoScalingGroup}
                      PolicyType: StepScaling
                      AdjustmentType: ChangeInCapacity
                      StepAdjustments: [{MetricIntervalLowerBound: 0, ScalingAdjustment: 1}]
                  BacklogHigh:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      Namespace: AWS/SQS
                      MetricName: ApproximateNumberOfMessagesVisible
                      Dimensions: [{Name: QueueName, Value: {"Fn::GetAtt": [AWSEBWorkerQueue, QueueName]}}]
                      Statistic: Maximum
                      Period: 60
                      EvaluationPeriods: 1
                      Threshold: 10
                      ComparisonOperator: GreaterThanOrEqualToThreshold
                      AlarmActions: [{Ref: BacklogHighPolicy}]
                  AWSEBCloudwatchAlarmHigh: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: []}}
                  AWSEBCloudwatchAlarmLow: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: []}}
                """));
        create("worker-env", "Worker", option("aws:elasticbeanstalk:customoption", "Patience", "77"));
        String id = ready("worker-env").environmentId();

        String extra = queuesOf(id).stream()
                .filter(url -> url.contains("-stack-Extra-"))
                .findFirst()
                .orElseThrow();
        assertThat(visibilityTimeout(extra)).isEqualTo("77");
        assertThat(allMessages()).contains("Created SQS queue named: " + extra);
        List<ScalingPolicy> policies = cloud.autoScaling.describePolicies().scalingPolicies();
        assertThat(policies)
                .extracting(ScalingPolicy::policyName)
                .anyMatch(name -> name.contains("-stack-AWSEBAutoScalingScaleUpPolicy-"))
                .anyMatch(name -> name.contains("-stack-AWSEBAutoScalingScaleDownPolicy-"));
        ScalingPolicy backlog = policies.stream()
                .filter(policy -> policy.policyName().contains("-stack-BacklogHighPolicy-"))
                .findFirst()
                .orElseThrow();
        assertThat(backlog.policyType()).isEqualTo("StepScaling");
        assertThat(cloud.cloudWatch.describeAlarms().metricAlarms())
                .hasSize(3)
                .filteredOn(alarm -> !alarm.alarmActions().isEmpty())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.alarmActions()).containsExactly(backlog.policyARN()));

        cloud.beanstalk.updateEnvironment(request -> request.environmentName("worker-env")
                .optionSettings(option("aws:elasticbeanstalk:customoption", "Patience", "88")));
        ready("worker-env");
        assertThat(visibilityTimeout(extra)).isEqualTo("88");

        cloud.beanstalk.terminateEnvironment(request -> request.environmentName("worker-env"));
        await().atMost(LONG).until(() -> queuesOf(id).isEmpty());
        assertThat(cloud.cloudWatch.describeAlarms().metricAlarms()).isEmpty();
        assertThat(cloud.autoScaling.describePolicies().scalingPolicies()).isEmpty();
    }

    @Test
    void resourcesThatCannotBeMadeFailTheDeployment() {
        version("v1", Map.of());
        create("worker-env", "Worker");
        ready("worker-env");
        version(
                "v2",
                Map.of(
                        ".ebextensions/10-queue.config",
                        "Resources: {Extra: {Type: AWS::SQS::Queue, Properties: {Visibility: 1}}}"));

        cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("worker-env").versionLabel("v2"));

        assertThat(ready("worker-env").versionLabel()).isEqualTo("v1");
        assertThat(allMessages())
                .anyMatch(each -> each.startsWith("Service:AmazonCloudFormation, Message: Stack named 'awseb-e-")
                        && each.endsWith(
                                "The resource Extra cannot be made: Encountered unsupported property Visibility"));
    }

    private String visibilityTimeout(String url) {
        return queues.sqs
                .getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                .attributes()
                .get(QueueAttributeName.VISIBILITY_TIMEOUT);
    }

    @Test
    void aFailedUpdateEndsReadyWithAnErrorAndTheOldVersionsLabel() throws Exception {
        version("v1", Map.of());
        create("web-env", "WebServer");
        ready("web-env");
        String good = image;
        image = good.replaceAll("sha256:.*", "sha256:" + "0".repeat(64));
        version("v2", Map.of());

        String requestId = cloud.beanstalk
                .updateEnvironment(request -> request.environmentName("web-env").versionLabel("v2"))
                .responseMetadata()
                .requestId();
        EnvironmentDescription after = ready("web-env");

        assertThat(after.versionLabel()).isEqualTo("v1");
        assertThat(instances("web-env").get(0).deployment().status()).isEqualTo("Failed");
        assertThat(messages(requestId)).contains("Failed to deploy application.");
        image = good;
        version("v3", Map.of());
        cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("web-env").versionLabel("v3"));
        assertThat(ready("web-env").versionLabel()).isEqualTo("v3");
        assertThat(instances("web-env").get(0).deployment().deploymentId()).isEqualTo(3);
    }

    @Test
    void aSecondOperationIsRefusedWhileOneRuns() {
        version("v1", Map.of());
        create("web-env", "WebServer");

        assertThatThrownBy(() -> cloud.beanstalk.updateEnvironment(
                        request -> request.environmentName("web-env").versionLabel("v1")))
                .isInstanceOf(ElasticBeanstalkException.class)
                .hasMessageContaining("is in an invalid state for this operation. Must be Ready.");
    }

    @Test
    void changedPropertiesReachTheApplication() throws Exception {
        version("v1", Map.of());
        create("web-env", "WebServer", option(PROPERTIES, "NAME", "one"));
        ready("web-env");

        cloud.beanstalk.updateEnvironment(
                request -> request.environmentName("web-env").optionSettings(option(PROPERTIES, "NAME", "two")));
        EnvironmentDescription after = ready("web-env");

        await().atMost(LONG).until(() -> get(after, "/about").body().contains("NAME=two"));
    }

    @Test
    void aTerminatedEnvironmentLeavesNoProcessAndNoQueue() {
        version("v1", Map.of());
        create("worker-env", "Worker");
        String id = ready("worker-env").environmentId();
        Map<?, ?> instance =
                (Map<?, ?>) ((List<?>) cloud.service().summary().get(0).get("instances")).get(0);
        long pid = (Long) instance.get("pid");
        assertThat(ProcessHandle.of(pid)).isPresent();

        cloud.beanstalk.terminateEnvironment(request -> request.environmentName("worker-env"));
        try (ElasticBeanstalkWaiter waiter =
                ElasticBeanstalkWaiter.builder().client(cloud.beanstalk).build()) {
            waiter.waitUntilEnvironmentTerminated(
                    request -> request.environmentNames("worker-env"),
                    override -> override.maxAttempts(600)
                            .backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(100))));
        }

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(queuesOf(id)).isEmpty();
        assertThat(described(true)).hasSize(1);
        assertThat(described(null)).hasSize(1);
        assertThat(described(false)).isEmpty();
    }

    @Test
    void environmentsComeBackAfterARestart() throws Exception {
        version("v1", Map.of());
        create("worker-env", "Worker");
        ready("worker-env");
        cloud.close();

        cloud = new BeanstalkCloud(directory, queues.sqs, registry);

        EnvironmentDescription back = ready("worker-env");
        assertThat(back.versionLabel()).isEqualTo("v1");
        assertThat(cloud.beanstalk
                        .describeEnvironmentResources(request -> request.environmentName("worker-env"))
                        .environmentResources()
                        .instances())
                .hasSize(1);
        assertThat(queuesOf(back.environmentId())).hasSize(2);
    }

    @Test
    void aBundleWithoutDockerrunFailsProcessingAndCannotBeDeployed() {
        bundle("bad.zip", Map.of("README", "nothing"));
        cloud.beanstalk.createApplicationVersion(request -> request.applicationName("app")
                .versionLabel("bad")
                .process(true)
                .sourceBundle(source -> source.s3Bucket(bucket()).s3Key("bad.zip")));

        await().atMost(LONG)
                .until(() -> cloud.beanstalk
                        .describeApplicationVersions(request -> request.versionLabels("bad"))
                        .applicationVersions()
                        .get(0)
                        .statusAsString()
                        .equals("Failed"));
        assertThatThrownBy(() -> create("web-env", "WebServer", "bad")).hasMessageContaining("its status is Failed");
        assertThat(allMessages())
                .anyMatch(
                        message -> message.contains("has no Dockerrun.aws.json and no docker-compose.yml at its root"));
    }

    private void version(String label, Map<String, String> extensions) {
        Map<String, String> files = new java.util.TreeMap<>(extensions);
        files.put("Dockerrun.aws.json", """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "%s", "memory": 200,
                 "essential": true, "portMappings": [{"hostPort": 80, "containerPort": 8080}]}]}
                """.formatted(image));
        bundle(label + ".zip", files);
        cloud.beanstalk.createApplicationVersion(request -> request.applicationName("app")
                .versionLabel(label)
                .sourceBundle(source -> source.s3Bucket(bucket()).s3Key(label + ".zip")));
    }

    private void bundle(String key, Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        cloud.s3.putObject(request -> request.bucket(bucket()).key(key), RequestBody.fromBytes(bytes.toByteArray()));
    }

    private CreateEnvironmentResponse create(String name, String tier, ConfigurationOptionSetting... options) {
        return create(name, tier, "v1", options);
    }

    private CreateEnvironmentResponse create(
            String name, String tier, String version, ConfigurationOptionSetting... options) {
        return cloud.beanstalk.createEnvironment(request -> request.applicationName("app")
                .environmentName(name)
                .versionLabel(version)
                .tier(wanted -> wanted.name(tier).type(tier.equals("Worker") ? "SQS/HTTP" : "Standard"))
                .optionSettings(options));
    }

    private static List<String> queuesOf(String environmentId) {
        return queues.sqs
                .listQueues(request -> request.queueNamePrefix("awseb-" + environmentId))
                .queueUrls();
    }

    private EnvironmentDescription ready(String name) {
        await().atMost(LONG).until(() -> environment(name).statusAsString().equals("Ready"));
        return environment(name);
    }

    private EnvironmentDescription environment(String name) {
        return cloud.beanstalk
                .describeEnvironments(request -> request.environmentNames(name).includeDeleted(false))
                .environments()
                .get(0);
    }

    /** Those that are told of when deleted ones are wanted, are not, or nothing is said of them. */
    private List<EnvironmentDescription> described(@Nullable Boolean deleted) {
        return cloud.beanstalk
                .describeEnvironments(request -> request.includeDeleted(deleted))
                .environments();
    }

    private List<SingleInstanceHealth> instances(String name) {
        return cloud.beanstalk
                .describeInstancesHealth(
                        request -> request.environmentName(name).attributeNamesWithStrings("All"))
                .instanceHealthList();
    }

    private String setting(String name, String option) {
        return cloud
                .beanstalk
                .describeConfigurationSettings(
                        request -> request.applicationName("app").environmentName(name))
                .configurationSettings()
                .get(0)
                .optionSettings()
                .stream()
                .filter(each -> each.optionName().equals(option))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private List<String> messages(String requestId) {
        return cloud.beanstalk.describeEvents(request -> request.requestId(requestId)).events().stream()
                .map(EventDescription::message)
                .toList();
    }

    private List<String> allMessages() {
        return cloud.beanstalk.describeEvents().events().stream()
                .map(EventDescription::message)
                .toList();
    }

    private String log(String name, String instance, String log) throws Exception {
        return get(cloud.endpoint().resolve("/_beanpole/logs/" + name + "/" + instance + "/" + log))
                .body();
    }

    private static HttpResponse<String> get(EnvironmentDescription environment, String path) throws Exception {
        return get(URI.create("http://" + environment.cname() + path));
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static String bucket() {
        return "elasticbeanstalk-us-east-1-000000000000";
    }

    private static ConfigurationOptionSetting option(String namespace, String name, String value) {
        return ConfigurationOptionSetting.builder()
                .namespace(namespace)
                .optionName(name)
                .value(value)
                .build();
    }
}
