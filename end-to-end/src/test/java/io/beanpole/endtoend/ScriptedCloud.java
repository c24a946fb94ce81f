package io.beanpole.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A local cloud with the scripted application, and a checkout whose deployment.yml describes it: enough for the commands
 * that need an environment, in seconds.
 */
final class ScriptedCloud implements AutoCloseable {
    static final String SQSD = "aws:elasticbeanstalk:sqsd";
    static final String GROUP = "aws:autoscaling:asg";
    static final String VARIABLE = "aws:elasticbeanstalk:application:environment";

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String DESCRIPTION = """
            application: hand
            platform: ECS
            bases:
              java: {repository: hand/java}
            images:
              script: {repository: hand, base: java, classes: none, libs: none, mainClass: none, port: 80, user: app}
            lanes: [jobs, mail]
            queues:
              attributes: {MessageRetentionPeriod: 345600}
            environments:
              jobs: {tier: worker, image: script, lane: jobs, memory: 64}
              mail: {tier: worker, image: script, lane: mail, memory: 64}
            stages:
              local: {region: eu-central-2, localCloud: true}
            """;

    private final Path root;
    private final Path directory;
    private final OwnCloud cloud;
    private final ElasticBeanstalkClient beanstalk;
    private final String image;

    /**
     * Starts it and pushes the application's image.
     *
     * @param root the repository, built
     */
    ScriptedCloud(Path root, Path directory) throws Exception {
        this.root = root;
        this.directory = directory;
        Files.writeString(directory.resolve("deployment.yml"), DESCRIPTION);
        cloud = OwnCloud.start(
                root, directory.resolve("state/local-cloud"), List.of("--metric-interval", "5", "--speed", "60"));
        beanstalk = cloud.client(ElasticBeanstalkClient.builder());
        beanstalk.createApplication(request -> request.applicationName("hand"));
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            String uri = ecr.createRepository(request -> request.repositoryName("hand"))
                    .repository()
                    .repositoryUri();
            EcrRepository images = EcrRepository.at(ecr, uri, directory.resolve("jib"));
            image = uri + "@" + images.push(ScriptApplication.thatAnswers("hand", directory), "hand");
        }
    }

    OwnCloud cloud() {
        return cloud;
    }

    /** Makes a version with some files beside the Dockerrun file. */
    void version(String label, Map<String, String> files) throws Exception {
        String bucket = beanstalk.createStorageLocation().s3Bucket();
        try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true))) {
            s3.putObject(
                    request -> request.bucket(bucket).key(label + ".zip"),
                    RequestBody.fromBytes(ScriptApplication.bundle(image, files)));
        }
        beanstalk.createApplicationVersion(request -> request.applicationName("hand")
                .versionLabel(label)
                .process(true)
                .sourceBundle(source -> source.s3Bucket(bucket).s3Key(label + ".zip")));
        await().atMost(LONG)
                .until(() -> beanstalk
                        .describeApplicationVersions(
                                request -> request.applicationName("hand").versionLabels(label))
                        .applicationVersions()
                        .stream()
                        .anyMatch(version -> version.status() == ApplicationVersionStatus.PROCESSED));
    }

    /** Creates a worker environment, by its name in deployment.yml; it is {@link #ready} later. */
    void create(String name, String label, ConfigurationOptionSetting... options) {
        String platform =
                beanstalk.listAvailableSolutionStacks().solutionStacks().get(0);
        beanstalk.createEnvironment(request -> request.applicationName("hand")
                .environmentName(fullName(name))
                .tier(tier -> tier.name("Worker").type("SQS/HTTP"))
                .solutionStackName(platform)
                .versionLabel(label)
                .optionSettings(options));
    }

    /** Sets options and waits until that is done. */
    void configure(String name, ConfigurationOptionSetting... options) {
        beanstalk.updateEnvironment(
                request -> request.environmentName(fullName(name)).optionSettings(options));
        ready(name);
    }

    void ready(String name) {
        await().atMost(LONG).until(() -> environment(name).status() == EnvironmentStatus.READY);
    }

    private EnvironmentDescription environment(String name) {
        return beanstalk
                .describeEnvironments(
                        request -> request.environmentNames(fullName(name)).includeDeleted(false))
                .environments()
                .get(0);
    }

    /** The URL of WorkerQueue or WorkerDeadLetterQueue. */
    String queue(String name, String kind) {
        return beanstalk
                .describeEnvironmentResources(request -> request.environmentName(fullName(name)))
                .environmentResources()
                .queues()
                .stream()
                .filter(queue -> queue.name().equals(kind))
                .map(queue -> queue.url())
                .findFirst()
                .orElseThrow();
    }

    String group(String name) {
        return beanstalk
                .describeEnvironmentResources(request -> request.environmentName(fullName(name)))
                .environmentResources()
                .autoScalingGroups()
                .get(0)
                .name();
    }

    /** Runs a command of Beanpole in this checkout. */
    Command.Outcome run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                root.resolve("deploy/target/classes") + ":" + root.resolve("deploy/target/libs") + "/*",
                "io.beanpole.deploy.cli.Beanpole"));
        words.addAll(Arrays.asList(arguments));
        return new Command(
                        words,
                        Map.of(
                                "BEANPOLE_HOME",
                                directory.toString(),
                                "BEANPOLE_STATE",
                                directory.resolve("state").toString()),
                        Duration.ofMinutes(2))
                .run();
    }

    /** The same for a command that has to succeed and prints JSON. */
    JsonNode json(String... arguments) {
        Command.Outcome outcome = run(arguments);
        if (outcome.exit() != 0) {
            throw new EndToEndException(
                    Arrays.toString(arguments) + " ended with " + outcome.exit() + ": " + outcome.err());
        }
        return JsonMapper.shared().readTree(outcome.out());
    }

    static ConfigurationOptionSetting option(String namespace, String name, String value) {
        return ConfigurationOptionSetting.builder()
                .namespace(namespace)
                .optionName(name)
                .value(value)
                .build();
    }

    private static String fullName(String name) {
        return "hand-local-" + name;
    }

    @Override
    public void close() {
        beanstalk.close();
        cloud.close();
    }
}
