package io.beanpole.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstancesHealthAttribute;

/**
 * A local cloud of its own with a checkout beside it that describes a consumer of two instances, deployed to one after
 * the other, and a producer; both run scripts, so that a deployment takes seconds.
 */
final class ScriptedTiers implements AutoCloseable {
    static final String JOBS = "hand-local-jobs";
    static final String SHOP = "hand-local-shop";

    private static final String DESCRIPTION = """
            application: hand
            platform: PLATFORM
            images:
              consumer: {reference: CONSUMER, port: 80}
              producer: {reference: PRODUCER, port: 80}
            lanes: [jobs]
            environments:
              jobs:
                tier: worker
                image: consumer
                lane: jobs
                memory: MEMORY
                options:
                  aws:ec2:instances: {InstanceTypes: t3.medium}
                  aws:autoscaling:asg: {MinSize: 2, MaxSize: 2}
                  aws:elasticbeanstalk:command: {DeploymentPolicy: Rolling, BatchSizeType: Fixed, BatchSize: 1}
              shop: {tier: web, image: producer, memory: 64}
              green: {tier: web, image: producer, memory: 64}
            stages:
              local: {region: eu-central-2, localCloud: true}
            """;

    private final OwnCheckout checkout;
    private int memory = 64;
    private final OwnCloud cloud;
    private final ElasticBeanstalkClient beanstalk;
    private final EcrRepository repository;
    private final Path directory;
    private final Map<String, String> images = new TreeMap<>();

    /**
     * Starts the cloud and pushes the images one, two, silent and broken.
     *
     * @param root the repository, built
     */
    ScriptedTiers(Path root, Path directory) throws Exception {
        checkout = new OwnCheckout(root, directory, directory.resolve("state"));
        Files.copy(root.resolve("Dockerrun.aws.json.template"), directory.resolve("Dockerrun.aws.json.template"));
        cloud = OwnCloud.start(root, directory.resolve("state/local-cloud"), List.of("--speed", "60"));
        beanstalk = cloud.client(ElasticBeanstalkClient.builder());
        this.directory = directory;
        try {
            repository = repository(directory.resolve("jib"));
            push();
        } catch (Exception e) {
            close(); // the process must not outlive the tests
            throw e;
        }
    }

    private EcrRepository repository(Path cache) {
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            String uri = ecr.createRepository(request -> request.repositoryName("hand"))
                    .repository()
                    .repositoryUri();
            return EcrRepository.at(ecr, uri, cache);
        }
    }

    private void push() throws Exception {
        images.put("one", repository.push(ScriptApplication.thatAnswers("one", directory), "one"));
        images.put("two", repository.push(ScriptApplication.thatAnswers("two", directory), "two"));
        images.put("silent", repository.push(ScriptApplication.thatSaysNothing("silent", directory), "silent"));
        images.put("broken", repository.push(ScriptApplication.thatDies("broken", directory), "broken"));
    }

    /** What deployment.yml says from now on. */
    void describe(String consumer, String producer) throws IOException {
        describeReferences("hand@" + images.get(consumer), "hand@" + images.get(producer));
    }

    /** The same with images that are referred to in other ways, by a tag for instance. */
    void describeReferences(String consumer, String producer) throws IOException {
        checkout.describe(DESCRIPTION
                .replace("PLATFORM", ScriptedStage.ecsPlatform(beanstalk))
                .replace("MEMORY", Integer.toString(memory))
                .replace("CONSUMER", consumer)
                .replace("PRODUCER", producer));
    }

    /** How many MiB the consumer has, from the next description on. */
    void giveConsumer(int mebibytes) {
        memory = mebibytes;
    }

    /** The digest of the image one, two, silent or broken. */
    String digest(String image) {
        return Objects.requireNonNull(images.get(image));
    }

    /** Lets a tag lead to the image one or two, wherever it led before. */
    void tag(String tag, String image) throws Exception {
        repository.push(ScriptApplication.thatAnswers(image, directory), tag);
    }

    /** Changes an environment as somebody does who knows nothing of Beanpole, and waits for the end of it. */
    void changeByHand(String environment) {
        beanstalk.updateEnvironment(request -> request.environmentName(environment)
                .optionSettings(option -> option.namespace("aws:elasticbeanstalk:application:environment")
                        .optionName("COLOUR")
                        .value("blue")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> beanstalk
                                .describeEnvironments(request -> request.environmentNames(environment))
                                .environments()
                                .get(0)
                                .status()
                        == EnvironmentStatus.READY);
    }

    /** The version of each instance of an environment. */
    List<String> versions(String environment) {
        return beanstalk
                .describeInstancesHealth(
                        request -> request.environmentName(environment).attributeNames(InstancesHealthAttribute.ALL))
                .instanceHealthList()
                .stream()
                .map(instance -> instance.deployment().versionLabel())
                .toList();
    }

    String cname(String environment) {
        return beanstalk
                .describeEnvironments(request -> request.environmentNames(environment))
                .environments()
                .get(0)
                .cname();
    }

    /** The commands on what this describes. */
    OwnCheckout checkout() {
        return checkout;
    }

    @Override
    public void close() {
        beanstalk.close();
        cloud.close();
    }
}
