package io.beanpole.endtoend.packaging;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.OwnCloud;
import io.beanpole.endtoend.ScriptApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A local cloud of its own with one environment, which is the least that a console shows. */
public final class CloudToSee implements AutoCloseable {
    /** What the console sees. */
    public static final String ENVIRONMENT = "training-web";

    private static final String NAME = "training";
    private static final String VERSION = "training-1";

    private final Path root;
    private final Path state;
    private final OwnCloud cloud;

    private CloudToSee(Path root, Path state, OwnCloud cloud) {
        this.root = root;
        this.state = state;
        this.cloud = cloud;
    }

    /**
     * Starts it.
     *
     * @param root the repository, built
     * @param state for what it and the console leave
     */
    public static CloudToSee start(Path root, Path state) throws IOException {
        CloudToSee made = new CloudToSee(root, state, OwnCloud.start(root, state.resolve("local-cloud"), List.of()));
        try {
            made.addEnvironment();
            return made;
        } catch (SdkException e) {
            made.close();
            throw new EndToEndException(
                    "Tried to make an environment for the console to see, but " + e.getMessage(), e);
        }
    }

    /** By these, a console finds it. */
    public Map<String, String> variables() {
        return Map.of(
                "BEANPOLE_HOME", root.toString(),
                "BEANPOLE_STATE", state.toString(),
                "BEANPOLE_SETTINGS", state.toString());
    }

    /** That there is no image for its version doesn't matter. */
    private void addEnvironment() throws IOException {
        try (ElasticBeanstalkClient beanstalk = cloud.client(ElasticBeanstalkClient.builder());
                S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true))) {
            String bucket = beanstalk.createStorageLocation().s3Bucket();
            s3.putObject(
                    request -> request.bucket(bucket).key(VERSION),
                    RequestBody.fromBytes(ScriptApplication.bundle("nowhere/nothing:1", Map.of())));
            beanstalk.createApplication(request -> request.applicationName(NAME));
            beanstalk.createApplicationVersion(request -> request.applicationName(NAME)
                    .versionLabel(VERSION)
                    .sourceBundle(source -> source.s3Bucket(bucket).s3Key(VERSION)));
            String platform =
                    beanstalk.listAvailableSolutionStacks().solutionStacks().get(0);
            beanstalk.createEnvironment(request -> request.applicationName(NAME)
                    .environmentName(ENVIRONMENT)
                    .versionLabel(VERSION)
                    .solutionStackName(platform));
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
