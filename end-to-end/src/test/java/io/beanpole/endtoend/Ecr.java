package io.beanpole.endtoend;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;

/** ECR as whoever builds images uses it. */
final class Ecr implements AutoCloseable {
    private final EcrClient client;

    Ecr(Map<String, String> exports) {
        client = EcrClient.builder()
                .endpointOverride(URI.create(exports.get("AWS_ENDPOINT_URL")))
                .region(Region.of(exports.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    /** Pushes the newest image of the repository once more, with a variable by which its processes are known. */
    String marked(String repository, String tag, String variable) throws Exception {
        String uri = client.describeRepositories(ask -> ask.repositoryNames(repository))
                .repositories()
                .get(0)
                .repositoryUri();
        String digest = client.describeImages(ask -> ask.repositoryName(repository))
                .imageDetails()
                .get(0)
                .imageDigest();
        EcrRepository pushTo = EcrRepository.at(client, uri, Files.createTempDirectory(Path.of("target"), "jib"));
        return pushTo.push(pushTo.from(digest).addEnvironmentVariable(variable, tag), tag);
    }

    @Override
    public void close() {
        client.close();
    }
}
