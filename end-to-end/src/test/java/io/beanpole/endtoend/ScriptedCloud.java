package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstancesHealthAttribute;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

/**
 * A local cloud of a test's own with the application {@code hand}, whose images are scripts, and a checkout of which it
 * is the stage local: enough for the commands that need environments, in seconds.
 */
final class ScriptedCloud implements AutoCloseable {
    static final String SQSD = "aws:elasticbeanstalk:sqsd";
    static final String GROUP = "aws:autoscaling:asg";
    static final String VARIABLE = "aws:elasticbeanstalk:application:environment";

    private static final Duration LONG = Duration.ofSeconds(90);

    private final Workplace place;
    private final OwnCloud cloud;
    private final ElasticBeanstalkClient beanstalk;
    private final EcrRepository images;

    /**
     * Starts it.
     *
     * @param directory the checkout's; it has the repository's template of the Dockerrun file
     * @param options of the local cloud
     */
    ScriptedCloud(Path directory, String... options) throws IOException {
        place = new Workplace(directory, directory.resolve("state"));
        String template = "Dockerrun.aws.json.template";
        Files.copy(RunningHouse.ROOT.resolve(template), directory.resolve(template));
        cloud = OwnCloud.start(RunningHouse.ROOT, directory.resolve("state/local-cloud"), List.of(options));
        beanstalk = cloud.client(ElasticBeanstalkClient.builder());
        try {
            beanstalk.createApplication(request -> request.applicationName("hand"));
            images = repository(directory);
        } catch (RuntimeException e) {
            close(); // the process must not outlive the tests
            throw e;
        }
    }

    private EcrRepository repository(Path directory) {
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            String uri = ecr.createRepository(request -> request.repositoryName("hand"))
                    .repository()
                    .repositoryUri();
            return EcrRepository.at(ecr, uri, directory.resolve("jib"));
        }
    }

    OwnCloud cloud() {
        return cloud;
    }

    /** The commands on what deployment.yml describes here. */
    Workplace place() {
        return place;
    }

    /** Runs a command of Beanpole in this checkout. */
    Command.Outcome run(String... arguments) {
        return place.run(arguments);
    }

    /** The same for a command that has to succeed and prints JSON. */
    JsonNode json(String... arguments) {
        return place.json(arguments);
    }

    /** The name of the platform that all environments here have. */
    String platform() {
        return ScriptedStage.ecsPlatform(beanstalk);
    }

    /** Pushes an image and gives its digest. */
    String push(String name, JibContainerBuilder image) throws Exception {
        return images.push(image, name);
    }

    /** Makes a version that runs the image of this digest, with some files beside the Dockerrun file. */
    void version(String label, String digest, Map<String, String> files) throws IOException {
        String bucket = beanstalk.createStorageLocation().s3Bucket();
        try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true))) {
            s3.putObject(
                    request -> request.bucket(bucket).key(label + ".zip"),
                    RequestBody.fromBytes(ScriptApplication.bundle(images.uri() + "@" + digest, files)));
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
        String platform = platform();
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
        assertThat(beanstalk
                        .describeEvents(request -> request.environmentName(fullName(name)))
                        .events())
                .extracting(EventDescription::message)
                .doesNotContain("Failed to deploy configuration.");
    }

    /** Begins to deploy a version to an environment; it is {@link #ready} later. */
    void update(String name, String label) {
        beanstalk.updateEnvironment(
                request -> request.environmentName(fullName(name)).versionLabel(label));
    }

    void ready(String name) {
        await().atMost(LONG).until(() -> environment(name).status() == EnvironmentStatus.READY);
    }

    EnvironmentDescription environment(String name) {
        return beanstalk
                .describeEnvironments(
                        request -> request.environmentNames(fullName(name)).includeDeleted(false))
                .environments()
                .get(0);
    }

    /** The version of each instance of an environment. */
    List<String> versions(String name) {
        return beanstalk
                .describeInstancesHealth(
                        request -> request.environmentName(fullName(name)).attributeNames(InstancesHealthAttribute.ALL))
                .instanceHealthList()
                .stream()
                .map(instance -> instance.deployment().versionLabel())
                .toList();
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
