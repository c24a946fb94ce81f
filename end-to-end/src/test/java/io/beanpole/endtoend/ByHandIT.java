package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecr.EcrClient;
import tools.jackson.databind.JsonNode;

/** A release manager's day with nothing but the {@code aws} command, on a local cloud that has nothing in it. */
class ByHandIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Path ROOT = RunningHouse.ROOT;
    private static final String COMMAND = "aws:elasticbeanstalk:command";
    private static final String ASG = "aws:autoscaling:asg";
    private static final String VARIABLE = "aws:elasticbeanstalk:application:environment";

    @TempDir
    private static Path directory;

    private static OwnCloud cloud;
    private static AwsCli aws;

    @BeforeAll
    static void releaseThreeVersions() throws Exception {
        assumeTrue(AwsCli.isThere(ByHandIT.class));
        cloud = OwnCloud.start(ROOT, directory.resolve("cloud"), List.of("--metric-interval", "5", "--speed", "60"));
        aws = new AwsCli(cloud.exports());
        aws.call("s3api", "create-bucket", "--bucket", "bundles");
        aws.call("elasticbeanstalk", "create-application", "--application-name", "hand");
        String uri = aws.call("ecr", "create-repository", "--repository-name", "hand")
                .get("repository")
                .get("repositoryUri")
                .asString();
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            EcrRepository images = EcrRepository.at(ecr, uri, directory.resolve("jib"));
            versions("one", uri + "@" + images.push(ScriptApplication.thatAnswers("one", directory), "one"));
            versions("two", uri + "@" + images.push(ScriptApplication.thatAnswers("two", directory), "two"));
            versions("broken", uri + "@" + images.push(ScriptApplication.thatDies("broken", directory), "broken"));
        }
    }

    @AfterAll
    static void end() {
        if (cloud != null) {
            cloud.close();
        }
    }

    /** One with the .ebextensions of our own workers, their alarms and policies, and one for web servers without. */
    private static void versions(String label, String image) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var extensions = Files.newDirectoryStream(ROOT.resolve(".ebextensions/worker"), "*.config")) {
            for (Path file : extensions) {
                files.put(".ebextensions/" + file.getFileName(), Files.readString(file));
            }
        }
        version(label, ScriptApplication.bundle(image, files));
        version("web-" + label, ScriptApplication.bundle(image, Map.of()));
    }

    private static void version(String label, byte[] contents) throws IOException {
        Path bundle = Files.write(directory.resolve(label + ".zip"), contents);
        aws.call("s3api", "put-object", "--bucket", "bundles", "--key", label + ".zip", "--body", bundle.toString());
        aws.call(
                "elasticbeanstalk",
                "create-application-version",
                "--application-name",
                "hand",
                "--version-label",
                label,
                "--source-bundle",
                "S3Bucket=bundles,S3Key=" + label + ".zip",
                "--process");
        await().atMost(LONG)
                .until(() -> aws.call(
                                "elasticbeanstalk",
                                "describe-application-versions",
                                "--application-name",
                                "hand",
                                "--version-labels",
                                label)
                        .at("/ApplicationVersions/0/Status")
                        .asString()
                        .equals("Processed"));
    }

    @Test
    void aWorkerEnvironmentGrowsByItsQueueSurvivesBrokenVersionsAndGivesItsLogs() throws Exception {
        String name = "hand-worker";
        create(
                name,
                "one",
                "Name=Worker,Type=SQS/HTTP",
                option(ASG, "MinSize", "2"),
                option(ASG, "MaxSize", "3"),
                option("aws:elasticbeanstalk:customoption", "BacklogHigh", "10"),
                option("aws:elasticbeanstalk:customoption", "WarmUpSeconds", "1"),
                option(VARIABLE, "PAUSE", "1"));
        assertThat(messages(name)).startsWith("createEnvironment is starting.");

        String queue = queue(name);
        IntStream.range(0, 10).forEach(batch -> send(queue, batch, 10));

        await().atMost(LONG)
                .until(() -> aws.call("cloudwatch", "describe-alarms", "--state-value", "ALARM")
                        .get("MetricAlarms")
                        .findValuesAsString("AlarmDescription")
                        .contains("More tasks wait than this lane's instances do in a minute."));
        await().atMost(LONG).until(() -> versionsByInstance(name).size() == 3);
        assertThat(aws.call(
                                "autoscaling",
                                "describe-scaling-activities",
                                "--auto-scaling-group-name",
                                resource(name, "AutoScalingGroups", "Name"))
                        .get("Activities")
                        .findValuesAsString("Cause"))
                .anyMatch(cause -> cause.matches("(?s)At .* a monitor alarm .*BacklogHigh.* in state ALARM triggered"
                        + " policy .* changing the desired capacity from 2 to 3\\..*"));
        aws.call("sqs", "purge-queue", "--queue-url", queue);

        brokenVersionsLeaveWhatTheirPolicyPromises(name);
        logsCanBeTaken(name);
    }

    private static void brokenVersionsLeaveWhatTheirPolicyPromises(String name) {
        aws.call(
                "autoscaling",
                "suspend-processes",
                "--auto-scaling-group-name",
                resource(name, "AutoScalingGroups", "Name"),
                "--scaling-processes",
                "AlarmNotification");
        configure(name, option(COMMAND, "DeploymentPolicy", "Rolling"), option(COMMAND, "BatchSize", "30"));
        deploy(name, "broken");

        assertThat(environment(name).get("VersionLabel").asString()).isEqualTo("one");
        assertThat(versionsByInstance(name).values()).containsExactlyInAnyOrder("one", "one", "broken");
        assertThat(messages(name)).contains("Failed to deploy application.");

        deploy(name, "one");
        Map<String, String> healed = versionsByInstance(name);
        assertThat(healed.values()).containsOnly("one");

        configure(name, option(COMMAND, "DeploymentPolicy", "Immutable"));
        deploy(name, "broken");

        assertThat(environment(name).get("VersionLabel").asString()).isEqualTo("one");
        assertThat(versionsByInstance(name)).isEqualTo(healed);
        assertThat(messages(name))
                .anyMatch(each -> each.startsWith("Immutable deployment policy enabled."))
                .filteredOn("Failed to deploy application."::equals)
                .hasSize(2);
    }

    private static void logsCanBeTaken(String name) throws Exception {
        for (String kind : new String[] {"tail", "bundle"}) {
            aws.call("elasticbeanstalk", "request-environment-info", "--environment-name", name, "--info-type", kind);
            await().atMost(LONG).until(() -> !info(name, kind).isEmpty());
            String link = info(name, kind).get(0).get("Message").asString();
            byte[] file = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray())
                    .body();
            String text = new String(file, StandardCharsets.ISO_8859_1);
            assertThat(text).contains(kind.equals("tail") ? "one listens" : "PK");
        }
    }

    private static JsonNode info(String name, String kind) {
        return aws.call(
                        "elasticbeanstalk",
                        "retrieve-environment-info",
                        "--environment-name",
                        name,
                        "--info-type",
                        kind)
                .get("EnvironmentInfo");
    }

    @Test
    void aDeploymentUnderLoadLosesNoMessageAndTellsHowManyWereDoneTwice() throws Exception {
        String name = "hand-busy";
        try (Ledger ledger = new Ledger()) {
            create(
                    name,
                    "one",
                    "Name=Worker,Type=SQS/HTTP",
                    option(ASG, "MinSize", "2"),
                    option(ASG, "MaxSize", "2"),
                    option("aws:elasticbeanstalk:sqsd", "VisibilityTimeout", "10"),
                    option("aws:elasticbeanstalk:sqsd", "InactivityTimeout", "9"),
                    option(COMMAND, "DeploymentPolicy", "Rolling"),
                    option(COMMAND, "BatchSize", "50"),
                    option(VARIABLE, "PAUSE", "0.3"),
                    option(VARIABLE, "REPORT", ledger.address()));
            String queue = queue(name);
            Set<String> sent = new TreeSet<>();
            IntStream.range(0, 15).forEach(batch -> sent.addAll(send(queue, batch, 10)));
            await().atMost(LONG).until(() -> ledger.done() > 5);

            update(name, "--version-label", "two");
            IntStream.range(15, 20).forEach(batch -> sent.addAll(send(queue, batch, 10)));
            ready(name);

            assertThat(versionsByInstance(name).values()).containsExactly("two", "two");
            await().atMost(LONG).until(() -> ledger.distinct().containsAll(sent));
            await().atMost(LONG).until(() -> depth(queue) == 0);
            System.out.printf(
                    "A worker deployment under load: %d messages sent, none lost, %d pieces of work done twice.%n",
                    sent.size(), ledger.done() - ledger.distinct().size());
            assertThat(ledger.distinct()).isEqualTo(sent);
        }
    }

    private static int depth(String queue) {
        JsonNode counts = aws.call(
                        "sqs",
                        "get-queue-attributes",
                        "--queue-url",
                        queue,
                        "--attribute-names",
                        "ApproximateNumberOfMessages",
                        "ApproximateNumberOfMessagesNotVisible")
                .get("Attributes");
        return counts.propertyNames().stream()
                .mapToInt(each -> Integer.parseInt(counts.get(each).asString()))
                .sum();
    }

    @Test
    void twoWebEnvironmentsSwapTheirNamesUnderLoadWithoutAFailedRequest() throws Exception {
        create("hand-blue", "web-one", "Name=WebServer,Type=Standard");
        create("hand-green", "web-two", "Name=WebServer,Type=Standard");
        String address = environment("hand-blue").get("CNAME").asString();
        List<String> answers = new ArrayList<>();
        try (Callers callers = new Callers(URI.create("http://" + address + "/"), 3)) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(callers.count("200 one"))
                            .as("%s answers %s", address, callers.answers())
                            .isGreaterThan(100));

            aws.call(
                    "elasticbeanstalk",
                    "swap-environment-cnames",
                    "--source-environment-name",
                    "hand-blue",
                    "--destination-environment-name",
                    "hand-green");

            await().atMost(LONG).until(() -> callers.count("200 two") > 100);
            answers.addAll(callers.answers());
        }
        ready("hand-blue");
        ready("hand-green");
        assertThat(answers).containsExactlyInAnyOrder("200 one", "200 two");
        assertThat(environment("hand-green").get("CNAME").asString()).isEqualTo(address);
        assertThat(messages("hand-blue")).anyMatch(each -> each.startsWith("Completed swapping CNAMEs"));
    }

    private static void create(String name, String label, String tier, String... options) {
        String stack = aws.call("elasticbeanstalk", "list-available-solution-stacks")
                .get("SolutionStacks")
                .get(0)
                .asString();
        List<String> words = new ArrayList<>(List.of(
                "elasticbeanstalk",
                "create-environment",
                "--application-name",
                "hand",
                "--environment-name",
                name,
                "--tier",
                tier,
                "--solution-stack-name",
                stack,
                "--version-label",
                label));
        if (options.length > 0) {
            words.add("--option-settings");
            words.addAll(List.of(options));
        }
        aws.call(words.toArray(String[]::new));
        ready(name);
        assertThat(messages(name)).contains("Successfully launched environment: " + name);
    }

    private static void deploy(String name, String label) {
        update(name, "--version-label", label);
        ready(name);
    }

    private static void configure(String name, String... options) {
        update(
                name,
                Stream.concat(Stream.of("--option-settings"), Stream.of(options))
                        .toArray(String[]::new));
        ready(name);
    }

    private static void update(String name, String... what) {
        List<String> words =
                new ArrayList<>(List.of("elasticbeanstalk", "update-environment", "--environment-name", name));
        words.addAll(List.of(what));
        aws.call(words.toArray(String[]::new));
    }

    private static void ready(String name) {
        await().atMost(LONG)
                .until(() -> environment(name).get("Status").asString().equals("Ready"));
    }

    private static JsonNode environment(String name) {
        return aws.call(
                        "elasticbeanstalk",
                        "describe-environments",
                        "--no-include-deleted",
                        "--environment-names",
                        name)
                .get("Environments")
                .get(0);
    }

    /** Oldest first. */
    private static List<String> messages(String name) {
        List<String> messages =
                new ArrayList<>(aws.call("elasticbeanstalk", "describe-events", "--environment-name", name)
                        .get("Events")
                        .findValuesAsString("Message"));
        Collections.reverse(messages);
        return messages;
    }

    private static Map<String, String> versionsByInstance(String name) {
        Map<String, String> versions = new TreeMap<>();
        aws.call(
                        "elasticbeanstalk",
                        "describe-instances-health",
                        "--environment-name",
                        name,
                        "--attribute-names",
                        "All")
                .get("InstanceHealthList")
                .forEach(each -> versions.put(
                        each.get("InstanceId").asString(),
                        each.at("/Deployment/VersionLabel").asString()));
        return versions;
    }

    private static String resource(String name, String kind, String attribute) {
        return aws.call("elasticbeanstalk", "describe-environment-resources", "--environment-name", name)
                .get("EnvironmentResources")
                .get(kind)
                .get(0)
                .get(attribute)
                .asString();
    }

    private static String queue(String name) {
        return resource(name, "Queues", "URL");
    }

    /** Gives the ids of the messages. */
    private static List<String> send(String queue, int batch, int size) {
        List<String> words = new ArrayList<>(List.of("sqs", "send-message-batch", "--queue-url", queue, "--entries"));
        IntStream.range(0, size).forEach(i -> words.add("Id=m" + i + ",MessageBody=task-" + batch + "-" + i));
        return aws.call(words.toArray(String[]::new)).get("Successful").findValuesAsString("MessageId");
    }

    private static String option(String namespace, String name, String value) {
        return "Namespace=" + namespace + ",OptionName=" + name + ",Value=" + value;
    }
}
