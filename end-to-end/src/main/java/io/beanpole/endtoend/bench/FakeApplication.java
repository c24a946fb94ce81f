package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.EcrRepository;
import io.beanpole.endtoend.OwnCloud;
import io.beanpole.endtoend.ScriptApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;

/** An application that only answers 200: repository, bucket, application and version, of which many environments can be. */
final class FakeApplication {
    static final String NAME = "fake";
    static final String VERSION = "v1";

    private FakeApplication() {}

    /** Pushes the image and makes the version. */
    static void publish(OwnCloud cloud, Path directory) throws Exception {
        String image = push(cloud, directory);
        try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true));
                ElasticBeanstalkClient beanstalk = cloud.client(ElasticBeanstalkClient.builder())) {
            s3.createBucket(bucket -> bucket.bucket("bundles"));
            byte[] bundle = ScriptApplication.bundle(image, Map.of());
            s3.putObject(object -> object.bucket("bundles").key("fake.zip"), RequestBody.fromBytes(bundle));
            beanstalk.createApplication(application -> application.applicationName(NAME));
            beanstalk.createApplicationVersion(version -> version.applicationName(NAME)
                    .versionLabel(VERSION)
                    .sourceBundle(source -> source.s3Bucket("bundles").s3Key("fake.zip")));
        }
    }

    private static String push(OwnCloud cloud, Path directory) throws Exception {
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            String uri = ecr.createRepository(repository -> repository.repositoryName(NAME))
                    .repository()
                    .repositoryUri();
            Path cache = Files.createDirectories(directory.resolve("jib"));
            return uri + "@"
                    + EcrRepository.at(ecr, uri, cache).push(ScriptApplication.thatAnswers(NAME, directory), VERSION);
        }
    }
}
