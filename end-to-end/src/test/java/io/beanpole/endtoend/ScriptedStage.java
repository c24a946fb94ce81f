package io.beanpole.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.InstancesHealthAttribute;
import software.amazon.awssdk.services.elasticbeanstalk.model.S3Location;
import software.amazon.awssdk.services.s3.S3Client;

/** A local cloud of its own as an account in which a stage lives: its images, bundles and environments. */
final class ScriptedStage implements AutoCloseable {
    private final Path directory;
    private final OwnCloud cloud;
    private final ElasticBeanstalkClient beanstalk;
    private final EcrClient ecr;

    /**
     * Starts it.
     *
     * @param root the repository, built
     * @param directory for what is built here
     * @param state of the cloud
     */
    ScriptedStage(Path root, Path directory, Path state) throws IOException {
        this.directory = directory;
        cloud = OwnCloud.start(root, state, List.of("--speed", "60"));
        beanstalk = cloud.client(ElasticBeanstalkClient.builder());
        ecr = cloud.client(EcrClient.builder());
    }

    OwnCloud cloud() {
        return cloud;
    }

    String platform() {
        return ecsPlatform(beanstalk);
    }

    /** A platform that takes what our template makes, Dockerrun version 2. */
    static String ecsPlatform(ElasticBeanstalkClient beanstalk) {
        return beanstalk.listAvailableSolutionStacks().solutionStacks().stream()
                .filter(name -> name.contains("running ECS"))
                .findFirst()
                .orElseThrow();
    }

    /** Pushes the script of this name to a new repository and gives the image, by digest and without registry. */
    String push(String repository, String script) throws Exception {
        String uri = ecr.createRepository(request -> request.repositoryName(repository))
                .repository()
                .repositoryUri();
        EcrRepository images = EcrRepository.at(ecr, uri, directory.resolve("jib"));
        return repository + "@" + images.push(ScriptApplication.thatAnswers(script, directory), script);
    }

    /** Host and port of the registry. */
    String registry() {
        String proxy = ecr.getAuthorizationToken().authorizationData().get(0).proxyEndpoint();
        return proxy.substring(proxy.indexOf("//") + 2);
    }

    /** The images of a repository, each with its digest, tags and time of push; none if it doesn't exist. */
    Set<ImageDetail> images(String repository) {
        try {
            return Set.copyOf(ecr.describeImages(request -> request.repositoryName(repository))
                    .imageDetails());
        } catch (RepositoryNotFoundException e) {
            return Set.of();
        }
    }

    Set<String> digests(String repository) {
        return images(repository).stream().map(ImageDetail::imageDigest).collect(Collectors.toSet());
    }

    /** The source bundle of a version as it lies in S3. */
    byte[] bundle(String application, String label) {
        S3Location place = beanstalk
                .describeApplicationVersions(
                        request -> request.applicationName(application).versionLabels(label))
                .applicationVersions()
                .get(0)
                .sourceBundle();
        try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true))) {
            ResponseBytes<?> bytes = s3.getObjectAsBytes(
                    request -> request.bucket(place.s3Bucket()).key(place.s3Key()));
            return bytes.asByteArray();
        }
    }

    /** How many versions an application has. */
    int versionCount(String application) {
        return beanstalk
                .describeApplicationVersions(request -> request.applicationName(application))
                .applicationVersions()
                .size();
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

    /** All option settings of an environment, by namespace and name. */
    Map<String, String> settings(String application, String environment) {
        return beanstalk
                .describeConfigurationSettings(
                        request -> request.applicationName(application).environmentName(environment))
                .configurationSettings()
                .get(0)
                .optionSettings()
                .stream()
                .filter(setting -> setting.value() != null)
                .collect(Collectors.toMap(
                        setting -> setting.namespace() + "." + setting.optionName(),
                        setting -> setting.value(),
                        (one, other) -> one));
    }

    @Override
    public void close() {
        ecr.close();
        beanstalk.close();
        cloud.close();
    }
}
