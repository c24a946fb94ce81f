package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.cloud.instance.EcrLogin;
import io.beanpole.cloud.instance.ImageWorkshop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;
import software.amazon.awssdk.services.s3.S3Client;

/** A local cloud in a process of its own, which is killed in the middle of a deployment and started again. */
class CrashTest {
    private static final String BUCKET = "elasticbeanstalk-eu-central-2-000000000000";
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private final int port = FreePort.next();
    private final int registryPort = FreePort.next();
    private Process process;
    private ElasticBeanstalkClient beanstalk;

    @AfterEach
    void stop() throws InterruptedException {
        beanstalk.close();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    void anEnvironmentWhoseDeploymentWasKilledTellsTheTruthAndCanBeUsed() throws Exception {
        start();
        prepared();
        beanstalk.createEnvironment(request -> request.applicationName("app")
                .environmentName("site")
                .versionLabel("v1")
                .optionSettings(
                        option("aws:elasticbeanstalk:command", "DeploymentPolicy", "Immutable"),
                        option("aws:autoscaling:asg", "MinSize", "2")));
        assertThat(ready().versionLabel()).isEqualTo("v1");
        String requestId = beanstalk
                .updateEnvironment(request -> request.environmentName("site").versionLabel("v2"))
                .responseMetadata()
                .requestId();
        await().atMost(LONG)
                .until(() -> groups().size() == 2 && events(requestId).size() > 3);

        process.destroyForcibly().waitFor();
        beanstalk.close();
        start();

        EnvironmentDescription after = ready();
        assertThat(after.versionLabel()).isEqualTo("v1");
        assertThat(versions()).containsExactly("v1 Deployed", "v1 Deployed");
        assertThat(groups()).hasSize(1);
        assertThat(events(requestId))
                .anyMatch(each -> each.severityAsString().equals("ERROR")
                        && each.message()
                                .startsWith("The local cloud ended while version v2 was deployed, so that operation was"
                                        + " not completed. The environment goes on with version v1"));

        beanstalk.updateEnvironment(request -> request.environmentName("site").versionLabel("v2"));

        assertThat(ready().versionLabel()).isEqualTo("v2");
        assertThat(versions()).containsExactly("v2 Deployed", "v2 Deployed");
    }

    private void start() throws IOException {
        Path ready = directory.resolve("local-cloud.json");
        Files.deleteIfExists(ready);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalCloud.class.getName(),
                        "--data",
                        directory.toString(),
                        "--port",
                        String.valueOf(port),
                        "--registry-port",
                        String.valueOf(registryPort),
                        "--web-port",
                        "0",
                        "--runtime",
                        "host",
                        "--speed",
                        "60")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("cloud.log").toFile()))
                .start();
        await().atMost(LONG)
                .failFast("The local cloud ended while it started.", () -> !process.isAlive())
                .until(() -> Files.exists(ready));
        beanstalk = client(ElasticBeanstalkClient.builder());
    }

    /** Two versions of one application, with a small image in the registry. */
    private void prepared() {
        try (EcrClient ecr = client(EcrClient.builder());
                S3Client s3 = client(S3Client.builder().forcePathStyle(true))) {
            ecr.createRepository(request -> request.repositoryName("tiny"));
            String image = ImageWorkshop.pushTiny(new EcrLogin(ecr).get(), "tiny");
            beanstalk.createStorageLocation();
            beanstalk.createApplication(request -> request.applicationName("app"));
            for (String label : List.of("v1", "v2")) {
                s3.putObject(
                        request -> request.bucket(BUCKET).key(label + ".zip"),
                        RequestBody.fromBytes(bundle(image, label)));
                beanstalk.createApplicationVersion(request -> request.applicationName("app")
                        .versionLabel(label)
                        .sourceBundle(source -> source.s3Bucket(BUCKET).s3Key(label + ".zip")));
            }
        }
    }

    private static byte[] bundle(String image, String name) {
        String dockerrun = """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "%s", "memory": 64,
                 "essential": true, "environment": [{"name": "NAME", "value": "%s"}],
                 "portMappings": [{"hostPort": 80, "containerPort": 8080}]}]}
                """.formatted(image, name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Dockerrun.aws.json"));
            zip.write(dockerrun.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private EnvironmentDescription ready() {
        await().atMost(LONG).until(() -> environment().statusAsString().equals("Ready"));
        return environment();
    }

    private EnvironmentDescription environment() {
        return beanstalk
                .describeEnvironments(request -> request.environmentNames("site"))
                .environments()
                .get(0);
    }

    private List<String> versions() {
        return beanstalk
                .describeInstancesHealth(
                        request -> request.environmentName("site").attributeNamesWithStrings("All"))
                .instanceHealthList()
                .stream()
                .map(each -> each.deployment().versionLabel() + " "
                        + each.deployment().status())
                .toList();
    }

    private List<EventDescription> events(String requestId) {
        return beanstalk.describeEvents(request -> request.requestId(requestId)).events();
    }

    private List<String> groups() {
        try (AutoScalingClient scaling = client(AutoScalingClient.builder())) {
            return scaling.describeAutoScalingGroups().autoScalingGroups().stream()
                    .map(group -> group.autoScalingGroupName())
                    .toList();
        } catch (SdkException e) {
            return List.of();
        }
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        CloudAddress address = new StateFile<>(directory.resolve("local-cloud.json"), CloudAddress.class).read(() -> {
            throw new IllegalStateException("The local cloud in " + directory + " is not ready.");
        });
        return builder.endpointOverride(URI.create(address.endpoint()))
                .region(Region.of(address.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(address.accessKeyId(), address.secretAccessKey())))
                .build();
    }

    private static ConfigurationOptionSetting option(String namespace, String name, String value) {
        return ConfigurationOptionSetting.builder()
                .namespace(namespace)
                .optionName(name)
                .value(value)
                .build();
    }
}
