package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two workers get a new version in the middle of their work: one drains first, the other does not. */
class DrainIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    /** Until a message that was cut off is visible again and taken. */
    private static final Duration TWICE = Duration.ofSeconds(45);

    private static final Path ROOT = RunningHouse.ROOT;
    private static final String DRAINED = "busy-own-drained";
    private static final String CUT = "busy-own-cut";
    /** Seconds that a message takes: longer than the plan and what the local cloud lets messages end by itself. */
    private static final String WORK = "15";
    /** So long that it is never done while somebody looks. */
    private static final String LONG_WORK = "300";

    private static final int INSTANCES = 2;
    /** The daemon hands a message over again as well when the application closes the connection on it. */
    private static final Set<String> POSTS = Set.of("POSTED", "CLOSED_THEN_POSTED_AGAIN");

    @TempDir
    private static Path directory;

    private static OwnCloud cloud;
    private static ElasticBeanstalkClient beanstalk;
    private static SqsClient sqs;

    @BeforeAll
    static void twoWorkers() throws Exception {
        cloud = OwnCloud.start(ROOT, directory.resolve("cloud"), List.of("--speed", "60"));
        beanstalk = cloud.client(ElasticBeanstalkClient.builder());
        sqs = cloud.client(SqsClient.builder());
        beanstalk.createApplication(request -> request.applicationName("busy"));
        try (EcrClient ecr = cloud.client(EcrClient.builder());
                S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true))) {
            String uri = ecr.createRepository(request -> request.repositoryName("busy"))
                    .repository()
                    .repositoryUri();
            EcrRepository images = EcrRepository.at(ecr, uri, directory.resolve("jib"));
            s3.createBucket(request -> request.bucket("bundles"));
            for (String label : List.of("one", "two")) {
                String image = uri + "@" + images.push(ScriptApplication.thatAnswers(label, directory), label);
                version(s3, label, image);
            }
        }
        describe();
        create(DRAINED, WORK, "60");
        create(CUT, LONG_WORK, "0");
        ready();
    }

    @AfterAll
    static void end() {
        Stream.of(sqs, beanstalk, cloud).filter(each -> each != null).forEach(DrainIT::close);
    }

    @Test
    void whatIsDrainedIsDoneOnceAndOfTheRestThePlanTellsHowMuchIsDoneTwice() throws Exception {
        String drained = queue(DRAINED);
        String cut = queue(CUT);
        for (String queue : List.of(drained, cut)) {
            for (int i = 0; i < INSTANCES; i++) {
                sqs.sendMessage(request -> request.queueUrl(queue).messageBody("work"));
            }
            await().atMost(LONG).until(() -> inFlight(queue) == INSTANCES);
        }

        JsonNode plan = plan();
        beanstalk.updateEnvironment(request -> request.environmentName(DRAINED).versionLabel("two"));
        beanstalk.updateEnvironment(request -> request.environmentName(CUT).versionLabel("two"));
        ready();

        assertThat(predicted(plan, DRAINED)).isZero();
        assertThat(predicted(plan, CUT)).isEqualTo(INSTANCES);
        assertThat(plan.get("calls").asInt()).isLessThanOrEqualTo(15);
        await().atMost(LONG).until(() -> inFlight(drained) == 0);
        assertThat(posts(drained).values()).hasSize(INSTANCES).containsOnly(1);
        await().atMost(TWICE)
                .untilAsserted(() -> assertThat(posts(cut).values())
                        .as("how often each message was handed over: %s", events(cut))
                        .filteredOn(times -> times > 1)
                        .hasSize((int) predicted(plan, CUT)));
        assertThat(Stream.of(DRAINED, CUT).map(DrainIT::label)).containsOnly("two");
    }

    /** By the command, for an application of which it knows nothing but a deployment.yml. */
    private static JsonNode plan() {
        Command plan = Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ROOT.resolve("deploy/target/classes") + ":" + ROOT.resolve("deploy/target/libs") + "/*",
                        "io.beanpole.deploy.cli.Beanpole",
                        "plan",
                        "drained",
                        "cut",
                        "--stage",
                        "own",
                        "--version-label",
                        "two",
                        "--json")
                .with(cloud.exports())
                .with(Map.of(
                        "BEANPOLE_HOME", directory.toString(),
                        "BEANPOLE_STATE", directory.resolve("state").toString()));
        return JsonMapper.shared().readTree(plan.output());
    }

    private static void describe() throws IOException {
        Files.writeString(directory.resolve("deployment.yml"), """
                application: busy
                platform: ECS
                bases:
                  java: {repository: busy/base}
                images:
                  app: {repository: busy, base: java, classes: c, libs: l, mainClass: a.A, port: 80, user: app}
                environments:
                  drained: {tier: worker, image: app, memory: 64}
                  cut: {tier: worker, image: app, memory: 64}
                stages:
                  own: {region: %s, endpoint: "%s"}
                """.formatted(
                        cloud.exports().get("AWS_REGION"), cloud.endpoint()));
    }

    private static void version(S3Client s3, String label, String image) throws IOException {
        String hook = ".platform/worker/hooks/prebuild/01-drain.sh";
        byte[] bundle = ScriptApplication.bundle(
                image, Map.of(hook.replace("/worker/", "/"), Files.readString(ROOT.resolve(hook))));
        s3.putObject(request -> request.bucket("bundles").key(label), RequestBody.fromBytes(bundle));
        beanstalk.createApplicationVersion(request -> request.applicationName("busy")
                .versionLabel(label)
                .sourceBundle(source -> source.s3Bucket("bundles").s3Key(label)));
    }

    private static void create(String name, String work, String drainSeconds) {
        String platform =
                beanstalk.listAvailableSolutionStacks().solutionStacks().get(0);
        beanstalk.createEnvironment(request -> request.applicationName("busy")
                .environmentName(name)
                .solutionStackName(platform)
                .tier(tier -> tier.name("Worker").type("SQS/HTTP"))
                .versionLabel("one")
                .optionSettings(
                        option("aws:autoscaling:asg", "MinSize", Integer.toString(INSTANCES)),
                        option("aws:autoscaling:asg", "MaxSize", Integer.toString(INSTANCES)),
                        option("aws:elasticbeanstalk:sqsd", "HttpConnections", "1"),
                        option("aws:elasticbeanstalk:sqsd", "InactivityTimeout", "290"),
                        option("aws:elasticbeanstalk:sqsd", "VisibilityTimeout", "300"),
                        option("aws:elasticbeanstalk:sqsd", "ErrorVisibilityTimeout", "1"),
                        option("aws:elasticbeanstalk:application:environment", "PAUSE", work),
                        option("aws:elasticbeanstalk:application:environment", "WORKER_DRAIN_SECONDS", drainSeconds)));
    }

    private static ConfigurationOptionSetting option(String namespace, String name, String value) {
        return ConfigurationOptionSetting.builder()
                .namespace(namespace)
                .optionName(name)
                .value(value)
                .build();
    }

    private static void ready() {
        await().atMost(LONG)
                .until(() -> beanstalk.describeEnvironments().environments().stream()
                        .allMatch(environment -> environment.statusAsString().equals("Ready")));
    }

    private static String label(String name) {
        return beanstalk
                .describeEnvironments(request -> request.environmentNames(name))
                .environments()
                .get(0)
                .versionLabel();
    }

    private static String queue(String name) {
        return beanstalk
                .describeEnvironmentResources(request -> request.environmentName(name))
                .environmentResources()
                .queues()
                .stream()
                .filter(queue -> queue.name().equals("WorkerQueue"))
                .findFirst()
                .orElseThrow()
                .url();
    }

    private static int inFlight(String queue) {
        QueueAttributeName name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
        return Integer.parseInt(
                sqs.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(name))
                        .attributes()
                        .get(name));
    }

    private static long predicted(JsonNode plan, String environment) {
        for (JsonNode each : plan.get("environments")) {
            if (each.get("name").asString().equals(environment)) {
                return each.get("lane").get("duplicates").asLong();
            }
        }
        throw new AssertionError("The plan says nothing of " + environment + ": " + plan);
    }

    /** How often each message was handed to an application, as the local cloud saw it. */
    private static Map<String, Integer> posts(String queue) throws IOException, InterruptedException {
        Map<String, Integer> posts = new HashMap<>();
        for (JsonNode event : events(queue)) {
            if (POSTS.contains(event.path("rule").asString(""))) {
                posts.merge(event.path("messageId").asString(""), 1, Integer::sum);
            }
        }
        return posts;
    }

    private static JsonNode events(String queue) throws IOException, InterruptedException {
        String name = queue.substring(queue.lastIndexOf('/') + 1);
        URI events = cloud.endpoint().resolve("/_beanpole/messages/" + name + "/events?after=0");
        String told = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofString())
                .body();
        return JsonMapper.shared().readTree(told).path("events");
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new AssertionError("Closing " + each + " failed", e);
        }
    }
}
