package io.beanpole.cloud.beanstalk.log;

import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.Behaviour;
import io.beanpole.cloud.LocalCloud;
import io.beanpole.cloud.LocalCloudOptions;
import io.beanpole.cloud.Pace;
import io.beanpole.cloud.instance.EcrLogin;
import io.beanpole.cloud.instance.ImageWorkshop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole local cloud with one application of a real small process, driven by the SDK. */
final class LoggedCloud implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);
    static final double PACE = 150;

    private final LocalCloud cloud;
    final ElasticBeanstalkClient beanstalk;
    final CloudWatchLogsClient logs;
    final CloudWatchClient metrics;
    final S3Client s3;

    LoggedCloud(Path directory) throws IOException {
        cloud = LocalCloud.start(
                new LocalCloudOptions(
                        directory,
                        0,
                        0,
                        0,
                        "host",
                        false,
                        Behaviour.AS_ON_AWS
                                .withMetricInterval(Duration.ofSeconds(1))
                                .withPace(new Pace(PACE))),
                line -> {});
        beanstalk = client(ElasticBeanstalkClient.builder());
        logs = client(CloudWatchLogsClient.builder());
        metrics = client(CloudWatchClient.builder());
        s3 = client(S3Client.builder().forcePathStyle(true));
        version();
    }

    String endpoint() {
        return cloud.address().endpoint();
    }

    /** What the aws command must have in its environment. */
    Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                endpoint(),
                "AWS_DEFAULT_REGION",
                cloud.address().region(),
                "AWS_ACCESS_KEY_ID",
                cloud.address().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                cloud.address().secretAccessKey());
    }

    /** Returns when it serves. */
    void launch(String name, String tier, ConfigurationOptionSetting... options) {
        beanstalk.createEnvironment(request -> request.applicationName("app")
                .environmentName(name)
                .versionLabel("v1")
                .tier(wanted -> wanted.name(tier).type(tier.equals("Worker") ? "SQS/HTTP" : "Standard"))
                .optionSettings(options));
        await().atMost(LONG)
                .until(() -> beanstalk
                        .describeEnvironments(
                                request -> request.environmentNames(name).includeDeleted(false))
                        .environments()
                        .get(0)
                        .statusAsString()
                        .equals("Ready"));
    }

    /** Newest first. */
    List<String> events(String environment) {
        return beanstalk.describeEvents(request -> request.environmentName(environment)).events().stream()
                .map(EventDescription::message)
                .toList();
    }

    static ConfigurationOptionSetting option(String namespace, String name, String value) {
        return ConfigurationOptionSetting.builder()
                .namespace(namespace)
                .optionName(name)
                .value(value)
                .build();
    }

    private void version() throws IOException {
        String image;
        try (EcrClient ecr = client(EcrClient.builder())) {
            ecr.createRepository(request -> request.repositoryName("tiny"));
            image = ImageWorkshop.pushTiny(new EcrLogin(ecr).get(), "tiny");
        }
        String dockerrun = """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "%s", "memory": 64,
                 "essential": true, "portMappings": [{"hostPort": 80, "containerPort": 8080}]}]}
                """.formatted(image);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Dockerrun.aws.json"));
            zip.write(dockerrun.getBytes(StandardCharsets.UTF_8));
        }
        String bucket = beanstalk.createStorageLocation().s3Bucket();
        s3.putObject(request -> request.bucket(bucket).key("v1.zip"), RequestBody.fromBytes(bytes.toByteArray()));
        beanstalk.createApplication(request -> request.applicationName("app"));
        beanstalk.createApplicationVersion(request -> request.applicationName("app")
                .versionLabel("v1")
                .sourceBundle(source -> source.s3Bucket(bucket).s3Key("v1.zip")));
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(URI.create(endpoint()))
                .region(Region.of(cloud.address().region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        cloud.address().accessKeyId(), cloud.address().secretAccessKey())))
                .build();
    }

    @Override
    public void close() {
        List.of(beanstalk, logs, metrics, s3).forEach(each -> each.close());
        cloud.close();
    }
}
