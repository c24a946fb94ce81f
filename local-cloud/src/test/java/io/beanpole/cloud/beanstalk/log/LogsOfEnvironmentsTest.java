package io.beanpole.cloud.beanstalk.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.elasticbeanstalk.model.ElasticBeanstalkException;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentInfoDescription;

/** A worker environment's logs and metrics as everyone gets at them, of a process that really runs. */
class LogsOfEnvironmentsTest {
    private static final String WORKER = "logged-worker";
    private static final String LOGS = "aws:elasticbeanstalk:cloudwatch:logs";
    private static final String GROUP = "/aws/elasticbeanstalk/" + WORKER + "/var/log/containers/app-stdouterr.log";

    @TempDir
    static Path directory;

    private static LoggedCloud cloud;

    @BeforeAll
    static void start() throws IOException {
        cloud = new LoggedCloud(directory);
        cloud.launch(
                WORKER,
                "Worker",
                LoggedCloud.option(LOGS, "StreamLogs", "true"),
                LoggedCloud.option(LOGS, "RetentionInDays", "3"),
                LoggedCloud.option("aws:elasticbeanstalk:healthreporting:system", "ConfigDocument", """
                        {"CloudWatchMetrics": {"Environment": {"InstancesOk": 60, "ApplicationRequestsTotal": 60},
                          "Instance": {"InstanceHealth": 60, "RootFilesystemUtil": null}}, "Version": 1}
                        """));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void theTailOfAnInstanceIsALinkThatOpensForAWhile() throws Exception {
        cloud.beanstalk.requestEnvironmentInfo(r -> r.environmentName(WORKER).infoType("tail"));

        String link = pulled("tail").message();
        String key = URI.create(link).getPath().substring(1);
        assertThat(key)
                .matches("[^/]+/resources/environments/logs/tail/e-[a-z0-9]{10}/i-[0-9a-f]{17}/TailLogs-\\d+\\.out");
        HttpResponse<byte[]> answer = fetched(link);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("/var/log/containers/app-stdouterr.log", "listening on", "/var/log/aws-sqsd/default.log");
        assertThat(cloud.events(WORKER))
                .contains("requestEnvironmentInfo is starting.", "Pulled logs for environment instances.")
                .anyMatch(event -> event.matches("\\[Instance: i-.*] Successfully finished tailing [2-9] log\\(s\\)"));
        await().atMost(LoggedCloud.LONG).until(() -> infos("tail").isEmpty());
        await().atMost(LoggedCloud.LONG)
                .until(() -> cloud.s3
                        .listObjectsV2(r -> r.bucket(key.substring(0, key.indexOf('/')))
                                .prefix("resources/environments/logs/tail/"))
                        .contents()
                        .isEmpty());
    }

    @Test
    void theBundleHoldsEveryLogWholeUnderItsPathOnAws() throws Exception {
        cloud.beanstalk.requestEnvironmentInfo(r -> r.environmentName(WORKER).infoType("bundle"));

        Set<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(fetched(pulled("bundle").message()).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("var/log/aws-sqsd/default.log", "var/log/containers/app-stdouterr.log");
    }

    @Test
    void whatIsNotThereToAskForIsRefusedInWords() {
        assertThatThrownBy(() -> cloud.beanstalk.requestEnvironmentInfo(
                        r -> r.environmentName(WORKER).infoType("analyze")))
                .isInstanceOf(ElasticBeanstalkException.class)
                .hasMessageContaining("Amazon Bedrock");
        assertThatThrownBy(() -> cloud.beanstalk.retrieveEnvironmentInfo(
                        r -> r.environmentName("nowhere").infoType("tail")))
                .hasMessageContaining("No Environment found for EnvironmentName = 'nowhere'.");
    }

    @Test
    void logsAreStreamedToAGroupOfEachLogWithAStreamOfEachInstance() {
        await().atMost(LoggedCloud.LONG)
                .ignoreExceptionsInstanceOf(ResourceNotFoundException.class)
                .untilAsserted(() -> assertThat(cloud.logs
                                .filterLogEvents(r -> r.logGroupName(GROUP).filterPattern("\"listening on\""))
                                .events())
                        .hasSize(1)
                        .first()
                        .extracting(FilteredLogEvent::logStreamName)
                        .asString()
                        .startsWith("i-"));
        assertThat(cloud.logs
                        .describeLogGroups(r -> r.logGroupNamePrefix("/aws/elasticbeanstalk/" + WORKER))
                        .logGroups())
                .extracting(LogGroup::retentionInDays)
                .isNotEmpty()
                .containsOnly(3);
    }

    @Test
    void whatTheConfigDocumentAsksForIsPublishedBesideTheHealth() {
        await().atMost(LoggedCloud.LONG)
                .untilAsserted(() -> assertThat(metrics())
                        .contains(
                                "AWS/ElasticBeanstalk EnvironmentHealth [EnvironmentName]",
                                "AWS/ElasticBeanstalk InstancesOk [EnvironmentName]",
                                "AWS/ElasticBeanstalk ApplicationRequestsTotal [EnvironmentName]",
                                "AWS/ElasticBeanstalk InstanceHealth [EnvironmentName, InstanceId]",
                                "ElasticBeanstalk/SQSD Health [EnvironmentName]",
                                "AWS/EC2 CPUUtilization [InstanceId]",
                                "AWS/EC2 CPUUtilization [AutoScalingGroupName]")
                        .noneMatch(each -> each.contains("RootFilesystemUtil")));
    }

    @Test
    void theAwsCommandTakesLogs() throws Exception {
        if (!isThere("aws")) {
            System.out.println("SKIPPED: theAwsCommandTakesLogs, because there is no aws command on this machine.");
        }
        assumeTrue(isThere("aws"), "the aws command is not on this machine");
        aws("elasticbeanstalk", "request-environment-info", "--environment-name", WORKER, "--info-type", "bundle");
        await().atMost(LoggedCloud.LONG).until(() -> !infos("bundle").isEmpty());

        assertThat(aws(
                        "elasticbeanstalk",
                        "retrieve-environment-info",
                        "--environment-name",
                        WORKER,
                        "--info-type",
                        "bundle",
                        "--query",
                        "EnvironmentInfo[-1].Message",
                        "--output",
                        "text"))
                .startsWith(cloud.endpoint());
        logsAreStreamedToAGroupOfEachLogWithAStreamOfEachInstance();
        assertThat(aws("logs", "filter-log-events", "--log-group-name", GROUP, "--filter-pattern", "listening"))
                .contains("listening on");
    }

    private static EnvironmentInfoDescription pulled(String kind) {
        await().atMost(LoggedCloud.LONG).until(() -> !infos(kind).isEmpty());
        return infos(kind).get(0);
    }

    private static List<EnvironmentInfoDescription> infos(String kind) {
        return cloud.beanstalk
                .retrieveEnvironmentInfo(r -> r.environmentName(WORKER).infoType(kind))
                .environmentInfo();
    }

    private static Set<String> metrics() {
        return cloud.metrics.listMetricsPaginator().metrics().stream()
                .map(LogsOfEnvironmentsTest::named)
                .collect(Collectors.toSet());
    }

    private static String named(Metric metric) {
        return metric.namespace() + " " + metric.metricName() + " "
                + metric.dimensions().stream().map(each -> each.name()).sorted().toList();
    }

    private static HttpResponse<byte[]> fetched(String link) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, command)));
    }

    private static String aws(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("aws"), Stream.of(words)).toList())
                .redirectErrorStream(true);
        builder.environment().putAll(cloud.variables());
        Path output = Files.createTempFile(directory, "aws", ".txt");
        builder.redirectOutput(output.toFile());
        Process process = builder.start();
        boolean ended = process.waitFor(LoggedCloud.LONG.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output);
        assertThat(ended && process.exitValue() == 0).as(text).isTrue();
        return text.strip();
    }
}
