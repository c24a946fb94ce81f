package io.beanpole.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Images and the files that name them, on a cloud and a deployment.yml of their own. */
class ImagesIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String DESCRIPTION = """
            application: hand
            platform: 64bit Amazon Linux 2023 v4.1.0 running ECS
            bases:
              java: {repository: hand/java}
            images:
              app:
                repository: hand/app
                base: java
                classes: classes
                libs: libs
                mainClass: a.Main
                port: 8080
                user: "1000:1000"
            environments:
              web: {tier: web, image: app, memory: 128}
            stages:
              local: {region: eu-central-2, localCloud: true, foundation: true}
            """;

    @TempDir
    private static Path home;

    private static OwnCloud cloud;
    private static Workplace place;

    @BeforeAll
    static void begin() throws IOException {
        place = new Workplace(home, home.resolve("state"));
        cloud = OwnCloud.start(RunningHouse.ROOT, home.resolve("state/local-cloud"), List.of("--speed", "60"));
        place.describe(DESCRIPTION);
        Files.copy(
                RunningHouse.ROOT.resolve("Dockerrun.aws.json.template"), home.resolve("Dockerrun.aws.json.template"));
        keepBaseImage();
        write("libs/lib-1.0.jar", "a library");
        write("classes/application.yml", "a resource");
        write("classes/a/Other.class", "another class");
    }

    /** The one that ./beanpole base-image made: making it anew takes longer than all of this. */
    private static void keepBaseImage() throws IOException {
        Path bases = Files.createDirectories(home.resolve(".beanpole/base"));
        Path kept = Files.createDirectories(RunningHouse.ROOT.resolve(".beanpole/base"));
        try (DirectoryStream<Path> made = Files.newDirectoryStream(kept, "java-bookworm-*.tar")) {
            for (Path base : made) {
                Files.copy(base, bases.resolve(base.getFileName()));
            }
        }
    }

    @AfterAll
    static void end() {
        if (cloud != null) {
            cloud.close();
        }
    }

    @Test
    void anUnchangedTreeUploadsNothingAndAChangedClassTwoBlobs() throws IOException {
        write("classes/a/Main.class", "a class");
        String first = digest("images", "push", "app");
        long blobs = storedBlobs();

        assertThat(digest("images", "push", "app")).isEqualTo(first);
        assertThat(storedBlobs()).isEqualTo(blobs);

        write("classes/a/Main.class", "a changed class");
        Command.Outcome changed = place.run("images", "push", "app");
        assertThat(changed.err()).contains("(2 blobs sent, ");
        // The layer of the classes, the configuration, and the manifest.
        assertThat(storedBlobs()).isEqualTo(blobs + 3);

        write("classes/a/Main.class", "a class");
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            ImageIdentifier image = ImageIdentifier.builder().imageDigest(first).build();
            ecr.batchDeleteImage(ask -> ask.repositoryName("hand/app").imageIds(image));
        }
        Command.Outcome again = place.run("images", "push", "app");
        assertThat(again.err()).contains("(0 blobs sent, ");
        assertThat(again.out()).contains(first);
        System.out.println("A changed class: " + sent(changed) + ". The same tree once more: " + sent(again) + ".");

        aTagThatIsTakenIsNotMovedUnasked(first, digest(changed));
    }

    private static void aTagThatIsTakenIsNotMovedUnasked(String first, String second) {
        digest("images", "tag", "hand/app@" + first, "approved");

        Command.Outcome refused = place.run("images", "tag", "hand/app@" + second, "approved");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(first, second, "--move-tag");
        assertThat(digest("images", "tag", "hand/app:approved", "same")).isEqualTo(first);

        digest("images", "tag", "hand/app@" + second, "approved", "--move-tag");
        assertThat(digest("images", "tag", "hand/app:approved", "moved")).isEqualTo(second);
    }

    @Test
    void anImageOfATarRunsAndIsListedWhereItRuns() throws Exception {
        Path tar = home.resolve("oci.tar");
        String digest = ScriptApplication.thatAnswers("tar", home)
                .setFormat(ImageFormat.OCI)
                .containerize(Containerizer.to(TarImage.at(tar).named("hand/tar"))
                        .setBaseImageLayersCache(home.resolve("jib"))
                        .setApplicationLayersCache(home.resolve("jib")))
                .getDigest()
                .toString();

        Command.Outcome pushed = place.run(
                "images", "push", "--archive", tar.toString(), "--repository", "hand/tar", "--tag", "v1", "--json");

        assertThat(pushed.exit()).as("%s", pushed).isZero();
        JsonNode image = JsonMapper.shared().readTree(pushed.out());
        assertThat(image.get("digest").asString()).isEqualTo(digest);
        assertThat(image.get("tag").asString()).isEqualTo("v1");

        create("hand-local-web", image.get("repository").asString() + "@" + digest);

        JsonNode listed = JsonMapper.shared()
                .readTree(place.run("images", "list", "hand/tar", "--json").out());
        assertThat(listed.get(0).get("deployedIn").get(0).asString()).isEqualTo("hand-local-web");
        Command.Outcome valid = place.run("dockerrun", "validate", "--env", "web");
        assertThat(valid.exit()).as("%s", valid).isZero();
        Command.Outcome invalid = place.run("dockerrun", "validate", "--env", "web", "--instance-type", "t4g.nano");
        assertThat(invalid.exit()).isEqualTo(1);
        assertThat(invalid.out()).contains("ERROR /containerDefinitions/0/image", "need arm64");
        assertThat(place.run("dockerrun", "generate", "web", "--deployed", "--image", "hand/tar:v1")
                        .out())
                .contains("hand/tar@" + digest);
    }

    private static void create(String name, String image) throws IOException {
        try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true));
                ElasticBeanstalkClient beanstalk = cloud.client(ElasticBeanstalkClient.builder())) {
            s3.createBucket(ask -> ask.bucket("bundles"));
            s3.putObject(
                    ask -> ask.bucket("bundles").key("tar.zip"),
                    RequestBody.fromBytes(ScriptApplication.bundle(image, Map.of())));
            beanstalk.createApplication(ask -> ask.applicationName("hand"));
            beanstalk.createApplicationVersion(ask -> ask.applicationName("hand")
                    .versionLabel("tar")
                    .sourceBundle(source -> source.s3Bucket("bundles").s3Key("tar.zip")));
            String stack = beanstalk.listAvailableSolutionStacks().solutionStacks().stream()
                    .filter(each -> each.contains("running ECS"))
                    .findFirst()
                    .orElseThrow();
            beanstalk.createEnvironment(ask -> ask.applicationName("hand")
                    .environmentName(name)
                    .solutionStackName(stack)
                    .versionLabel("tar"));
            await().atMost(LONG)
                    .until(() -> beanstalk
                            .describeEnvironments(ask -> ask.environmentNames(name))
                            .environments()
                            .get(0)
                            .statusAsString()
                            .equals("Ready"));
        }
    }

    /** Such as "2 blobs sent, 4 already there". */
    private static String sent(Command.Outcome push) {
        return push.err().replaceFirst("(?s).*\\((\\d+ blobs sent[^)]*)\\).*", "$1");
    }

    private static String digest(String... arguments) {
        return digest(place.run(arguments));
    }

    private static String digest(Command.Outcome outcome) {
        assertThat(outcome.exit()).as("%s", outcome).isZero();
        return outcome.out().strip().replaceFirst("(?s).*(sha256:)", "$1");
    }

    private static long storedBlobs() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("state/local-cloud"))) {
            return files.filter(file -> file.toString().matches(".*/blobs/sha256/.*/data"))
                    .count();
        }
    }

    private static void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
