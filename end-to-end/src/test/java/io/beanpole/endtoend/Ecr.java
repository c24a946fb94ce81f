package io.beanpole.endtoend;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageDetail;

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

    /** Pushes the image that was built once more, with a variable by which its processes are known. */
    String marked(String repository, String tag, String variable) throws Exception {
        String uri = client.describeRepositories(ask -> ask.repositoryNames(repository))
                .repositories()
                .get(0)
                .repositoryUri();
        String digest = client.describeImages(ask -> ask.repositoryName(repository)).imageDetails().stream()
                .filter(Ecr::isBuilt)
                .findFirst()
                .orElseThrow()
                .imageDigest();
        EcrRepository pushTo = EcrRepository.at(client, uri, Files.createTempDirectory(Path.of("target"), "jib"));
        return pushTo.push(pushTo.from(digest).addEnvironmentVariable(variable, tag), tag);
    }

    /** Pushes an image whose program ends at once, so that no deployment of it can succeed. */
    String broken(String repository, String tag) throws Exception {
        String uri = client.describeRepositories(ask -> ask.repositoryNames(repository))
                .repositories()
                .get(0)
                .repositoryUri();
        Path directory = Files.createTempDirectory(Path.of("target"), "jib");
        return EcrRepository.at(client, uri, directory).push(ScriptApplication.thatDies(tag, directory), tag);
    }

    /** Not what an earlier run of the tests left: the tag of what is built begins with its day. */
    private static boolean isBuilt(ImageDetail image) {
        return image.imageTags().stream().anyMatch(tag -> tag.matches("\\d{8}-.*"));
    }

    @Override
    public void close() {
        client.close();
    }
}
