package io.beanpole.cloud.beanstalk;

import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.ecr.EcrApi;
import io.beanpole.cloud.instance.ImageWorkshop;
import io.beanpole.cloud.sqsd.RealQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A cloud with one application whose environments run a real small process, driven through the SDK. */
final class EnvironmentHouse implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);
    private static final String BUCKET = "elasticbeanstalk-us-east-1-000000000000";

    final RealQueue queues = new RealQueue();
    private final EcrApi registry;
    private final Path directory;
    private final String image;
    BeanstalkCloud cloud;

    EnvironmentHouse(Path directory) throws IOException {
        this.directory = directory;
        registry = new EcrApi(directory.resolve("images"), 0, "us-east-1", "000000000000");
        cloud = new BeanstalkCloud(directory, queues.sqs, registry);
        String repository = "tiny-" + UUID.randomUUID();
        cloud.ecr.createRepository(request -> request.repositoryName(repository));
        image = ImageWorkshop.pushTiny(cloud.login(), repository);
        cloud.beanstalk.createStorageLocation();
        cloud.beanstalk.createApplication(request -> request.applicationName("app"));
    }

    void restart() throws IOException {
        restart(kept -> kept);
    }

    /** Changes what Elastic Beanstalk keeps while the cloud is down. */
    void restart(UnaryOperator<String> meanwhile) throws IOException {
        cloud.close();
        Path kept = directory.resolve("beanstalk").resolve("beanstalk.json");
        Files.writeString(kept, meanwhile.apply(Files.readString(kept)));
        cloud = new BeanstalkCloud(directory, queues.sqs, registry);
    }

    /** A version whose application gets these variables from its Dockerrun file. */
    void version(String label, Map<String, String> variables) {
        version(label, variables, Map.of());
    }

    /** With further files in its bundle, by path. */
    void version(String label, Map<String, String> variables, Map<String, String> files) {
        List<String> pairs = new TreeMap<>(variables)
                .entrySet().stream()
                        .map(each -> "{\"name\": \"%s\", \"value\": \"%s\"}".formatted(each.getKey(), each.getValue()))
                        .toList();
        String dockerrun = """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "%s", "memory": 128,
                 "essential": true, "environment": %s, "portMappings": [{"hostPort": 80, "containerPort": 8080}]}]}
                """.formatted(image, pairs);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Dockerrun.aws.json"));
            zip.write(dockerrun.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cloud.s3.putObject(
                request -> request.bucket(BUCKET).key(label + ".zip"), RequestBody.fromBytes(bytes.toByteArray()));
        cloud.beanstalk.createApplicationVersion(request -> request.applicationName("app")
                .versionLabel(label)
                .sourceBundle(source -> source.s3Bucket(BUCKET).s3Key(label + ".zip")));
    }

    EnvironmentDescription launched(String name, String tier, ConfigurationOptionSetting... options) {
        return launchedWith("v1", name, tier, options);
    }

    EnvironmentDescription launchedWith(
            String version, String name, String tier, ConfigurationOptionSetting... options) {
        cloud.beanstalk.createEnvironment(request -> request.applicationName("app")
                .environmentName(name)
                .versionLabel(version)
                .tier(wanted -> wanted.name(tier).type(tier.equals("Worker") ? "SQS/HTTP" : "Standard"))
                .optionSettings(options));
        return ready(name);
    }

    /** Returns when it is gone with everything that belongs to it. */
    void terminated(String name) {
        cloud.beanstalk.terminateEnvironment(request -> request.environmentName(name));
        await().atMost(LONG)
                .until(() -> cloud.beanstalk
                        .describeEnvironments(
                                request -> request.environmentNames(name).includeDeleted(false))
                        .environments()
                        .isEmpty());
    }

    EnvironmentDescription ready(String name) {
        await().atMost(LONG).until(() -> environment(name).statusAsString().equals("Ready"));
        return environment(name);
    }

    EnvironmentDescription environment(String name) {
        return cloud.beanstalk
                .describeEnvironments(request -> request.environmentNames(name).includeDeleted(false))
                .environments()
                .get(0);
    }

    List<SingleInstanceHealth> health(String name) {
        return cloud.beanstalk
                .describeInstancesHealth(
                        request -> request.environmentName(name).attributeNamesWithStrings("All"))
                .instanceHealthList();
    }

    /** The group of an environment, found as everybody finds it. */
    AutoScalingGroup group(String environment) {
        String name = cloud.beanstalk
                .describeEnvironmentResources(request -> request.environmentName(environment))
                .environmentResources()
                .autoScalingGroups()
                .get(0)
                .name();
        return cloud.autoScaling
                .describeAutoScalingGroups(request -> request.autoScalingGroupNames(name))
                .autoScalingGroups()
                .get(0);
    }

    /** Waits until so many serve and nothing else is in the group. */
    AutoScalingGroup settled(String environment, int instances) {
        await().atMost(LONG).until(() -> {
            List<Instance> present = group(environment).instances();
            return present.size() == instances
                    && present.stream()
                            .allMatch(each -> each.lifecycleStateAsString().equals("InService"));
        });
        return group(environment);
    }

    /** The address of a worker environment's queue. */
    String queue(String environment) {
        return cloud.beanstalk
                .describeEnvironmentResources(request -> request.environmentName(environment))
                .environmentResources()
                .queues()
                .get(0)
                .url();
    }

    /** One of a queue's approximate numbers. */
    int count(String queue, String attribute) {
        return Integer.parseInt(queues.sqs
                .getQueueAttributes(
                        request -> request.queueUrl(queue).attributeNames(QueueAttributeName.fromValue(attribute)))
                .attributesAsStrings()
                .get(attribute));
    }

    /** Newest first. */
    List<Activity> activities(AutoScalingGroup group) {
        return cloud.autoScaling
                .describeScalingActivities(request -> request.autoScalingGroupName(group.autoScalingGroupName()))
                .activities();
    }

    /** Oldest first. */
    List<String> messages(String environment) {
        List<String> messages = new java.util.ArrayList<>(
                cloud.beanstalk.describeEvents(request -> request.environmentName(environment)).events().stream()
                        .map(EventDescription::message)
                        .toList());
        java.util.Collections.reverse(messages);
        return messages;
    }

    /** The processes of all instances. */
    List<Long> processes() {
        return cloud.service().summary().stream()
                .flatMap(each -> ((List<?>) each.get("instances")).stream())
                .map(each -> (Long) ((Map<?, ?>) each).get("pid"))
                .toList();
    }

    /** Whether a log of any instance tells this. */
    boolean isLogged(String text) {
        try (Stream<Path> files = Files.walk(directory.resolve("beanstalk/instances"))) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (Files.readString(log).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConfigurationOptionSetting option(String namespace, String name, String value) {
        return ConfigurationOptionSetting.builder()
                .namespace(namespace)
                .optionName(name)
                .value(value)
                .build();
    }

    @Override
    public void close() {
        cloud.close();
        registry.close();
        queues.close();
    }
}
