package io.beanpole.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;

/**
 * The house's second stage, deployed from a checkout whose deployment.yml can become another version of the
 * application: the images' labels differ, and so do their digests. In the end the stage is gone again, and the first
 * stage runs what the repository says.
 */
final class Rehearsal implements AutoCloseable {
    private static final List<String> ENVIRONMENTS =
            List.of("beanpole-rehearsal-web", "beanpole-rehearsal-express", "beanpole-rehearsal-standard");

    private final House house;
    private final Workplace place;
    private final String first;

    /** Deploys the second version to the second stage; the checkout describes the first again afterwards. */
    Rehearsal(House house, Path directory) throws IOException {
        this.house = house;
        place = Workplace.beside(house, directory);
        first = Files.readString(house.root().resolve("deployment.yml"));
        describeFirst();
        // A worker with dead letters is not well, and what isn't well is not promoted.
        for (String lane : List.of("express", "standard")) {
            place.done("dlq", "purge", lane, "--yes", "--confirm", lane);
        }
        describeSecond();
        place.done("deploy", "--stage", "rehearsal", "--note", "how it began");
        describeFirst();
    }

    /** The checkout describes what the house runs from its beginning. */
    void describeFirst() throws IOException {
        place.describe(first);
    }

    /** The checkout describes the same application with other images. */
    void describeSecond() throws IOException {
        place.describe(first.replace("image.title: Beanpole", "image.title: Second"));
    }

    /** The commands on that checkout. */
    Workplace place() {
        return place;
    }

    @Override
    public void close() {
        Map<String, String> exports = house.environment();
        try (ElasticBeanstalkClient beanstalk = ElasticBeanstalkClient.builder()
                .endpointOverride(URI.create(exports.get("AWS_ENDPOINT_URL")))
                .region(Region.of(exports.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        exports.get("AWS_ACCESS_KEY_ID"), exports.get("AWS_SECRET_ACCESS_KEY"))))
                .build()) {
            left(beanstalk).forEach(name -> beanstalk.terminateEnvironment(request -> request.environmentName(name)));
            Workplace.of(house).done("deploy");
            await().atMost(Duration.ofSeconds(60)).until(() -> left(beanstalk).isEmpty());
        }
        if (AwsCli.isThere(RehearsalIT.class)) {
            String topic = "arn:aws:sns:" + exports.get("AWS_REGION") + ":000000000000:beanpole-rehearsal-tasks";
            Command.of("aws", "sns", "delete-topic", "--topic-arn", topic)
                    .with(exports)
                    .run();
        }
    }

    private static List<String> left(ElasticBeanstalkClient beanstalk) {
        return beanstalk
                .describeEnvironments(
                        request -> request.environmentNames(ENVIRONMENTS).includeDeleted(false))
                .environments()
                .stream()
                .map(environment -> environment.environmentName())
                .toList();
    }
}
