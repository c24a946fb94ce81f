package io.beanpole.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
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
                memory: 64
                options:
                  aws:autoscaling:asg: {MinSize: 2, MaxSize: 2}
                  aws:elasticbeanstalk:command: {DeploymentPolicy: Rolling, BatchSizeType: Fixed, BatchSize: 1}
              shop: {tier: web, image: producer, memory: 64}
              green: {tier: web, image: producer, memory: 64}
            stages:
              local: {region: eu-central-2, localCloud: true}
            """;

    private final OwnCheckout checkout;
    private final OwnCloud cloud;
    private final ElasticBeanstalkClient beanstalk;
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
        try {
            push(directory);
        } catch (Exception e) {
            close(); // the process must not outlive the tests
            throw e;
        }
    }

    private void push(Path directory) throws Exception {
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            String uri = ecr.createRepository(request -> request.repositoryName("hand"))
                    .repository()
                    .repositoryUri();
            EcrRepository repository = EcrRepository.at(ecr, uri, directory.resolve("jib"));
            images.put("one", repository.push(ScriptApplication.thatAnswers("one", directory), "one"));
            images.put("two", repository.push(ScriptApplication.thatAnswers("two", directory), "two"));
            images.put("silent", repository.push(ScriptApplication.thatSaysNothing("silent", directory), "silent"));
            images.put("broken", repository.push(ScriptApplication.thatDies("broken", directory), "broken"));
        }
    }

    /** What deployment.yml says from now on. */
    void describe(String consumer, String producer) throws IOException {
        checkout.describe(DESCRIPTION
                .replace(
                        "PLATFORM",
                        beanstalk.listAvailableSolutionStacks().solutionStacks().get(0))
                .replace("CONSUMER", "hand@" + images.get(consumer))
                .replace("PRODUCER", "hand@" + images.get(producer)));
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
