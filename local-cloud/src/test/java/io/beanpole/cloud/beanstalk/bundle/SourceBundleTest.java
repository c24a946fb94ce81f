package io.beanpole.cloud.beanstalk.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.instance.ContainerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceBundleTest {
    @TempDir
    private static Path directory;

    private static BundleShelf shelf;

    @BeforeAll
    static void open() {
        shelf = new BundleShelf(directory);
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    @Test
    void whatIsNoBundleIsOneSentence() {
        assertRefused(new byte[0], "Source bundle is empty or exceeds maximum allowed size: 524288000.");
        assertRefused(bytes("hello"), "is not a ZIP file. Zip the files of the application");
        assertRefused(bytes("PK\u0003\u0004 and then nothing"), "is not a ZIP file");
        assertRefused(
                BundleShelf.zip(Map.of("app/Dockerrun.aws.json", BundleShelf.IMAGE)), "at its root; zip the files");
        assertRefused(BundleShelf.zip(Map.of("Dockerfile", "FROM x")), "has a Dockerfile; images are not built here");
        assertRefused(
                BundleShelf.zip(Map.of("Dockerrun.aws.json", "{\"AWSEBDockerrunVersion\": \"1\"}")),
                "needs Image.Name");
        assertRefused(BundleShelf.zip(Map.of("Dockerrun.aws.json", "nothing")), "Dockerrun.aws.json is not JSON");
    }

    @Test
    void aPathThatLeadsOutOfTheBundleIsRefused() {
        for (String path :
                new String[] {"../escaped", "a/../../escaped", "/etc/escaped", "..", "a/../../bundle-of-others/x"}) {
            assertRefused(
                    BundleShelf.zip(Map.of("Dockerrun.aws.json", BundleShelf.IMAGE, path, "x")),
                    "the path " + path + " in the source bundle of v1 leads out of it");
        }
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() {
        byte[] bomb =
                BundleShelf.zip(Map.of("Dockerrun.aws.json", BundleShelf.IMAGE, "zeros", "0".repeat(66 * 1024 * 1024)));

        assertThat(bomb.length).isLessThan(200_000);
        assertRefused(bomb, "as a zip bomb does");
        assertRefused(
                BundleShelf.zip(Map.of(
                        "Dockerrun.aws.json", BundleShelf.IMAGE, ".ebextensions/a.config", " ".repeat(2_000_000))),
                "is larger than 1 MB");
    }

    @Test
    void noBytesEndInAnythingButASentence() throws IOException {
        Path file = directory.resolve("fuzzed.zip");
        Random random = new Random(7);
        byte[] good = BundleShelf.zip(
                Map.of("Dockerrun.aws.json", BundleShelf.IMAGE, ".ebextensions/a.config", "option_settings: {}"));
        for (int i = 0; i < 2000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length) + 1);
            for (int changes = random.nextInt(5); changes >= 0; changes--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                Files.write(file, bad);
                new BundleReader(new BundleLocation("v1", "bundles", "v1.zip"), file).read();
            } catch (CloudException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void aMissingObjectIsSaidInAwssWords() {
        assertThatThrownBy(() -> SourceBundle.of(new BundleLocation("v1", "bundles", "none.zip"), shelf.s3))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith(
                        "Unable to download from S3 location (Bucket: bundles  Key: none.zip). Reason: ");
    }

    @Test
    void aDockerrunFileIsABundleByItself() {
        SourceBundle bundle = SourceBundle.of(shelf.put(bytes(BundleShelf.IMAGE)), shelf.s3);

        assertThat(bundle.containers(Map.of()))
                .extracting(ContainerDefinition::image)
                .containsExactly("r/app:1");
        assertThat(bundle.hasSteps()).isFalse();
    }

    @Test
    void composeComesBeforeDockerrunUnlessItIsATaskDefinition() {
        String compose = "services: {web: {image: r/web:1, ports: ['80:8080']}}";
        String task =
                "{\"AWSEBDockerrunVersion\": 2, \"containerDefinitions\": [{\"name\": \"a\", \"image\": \"r/a:1\","
                        + " \"memory\": 64, \"portMappings\": [{\"hostPort\": 80, \"containerPort\": 1}]}]}";

        assertThat(image(Map.of("docker-compose.yml", compose))).isEqualTo("r/web:1");
        assertThat(image(Map.of("docker-compose.yml", compose, "Dockerrun.aws.json", BundleShelf.IMAGE)))
                .isEqualTo("r/web:1");
        assertThat(image(Map.of("docker-compose.yml", compose, "Dockerrun.aws.json", task)))
                .isEqualTo("r/a:1");
        SourceBundle withLogin = SourceBundle.of(
                shelf.put(Map.of(
                        "docker-compose.yml",
                        compose,
                        "Dockerrun.aws.json",
                        "{\"AWSEBDockerrunVersion\": \"3\", \"Authentication\": {\"bucket\": \"b\", \"key\": \"k\"}}")),
                shelf.s3);
        assertThat(withLogin.findings().notes()).singleElement().asString().contains("Authentication is not used");
    }

    @Test
    void whatIsNotDoneIsFound() {
        SourceBundle bundle = shelf.bundle(Map.of(
                "Dockerfile", "FROM x",
                "cron.yaml", "version: 1",
                ".platform/nginx/conf.d/a.conf", "",
                ".platform/confighooks/prebuild/a.sh", ""));

        assertThat(bundle.text("cron.yaml")).contains("version: 1");
        assertThat(bundle.findings().notes())
                .hasSize(3)
                .anyMatch(each -> each.startsWith("The bundle has a Dockerfile"))
                .anyMatch(each -> each.startsWith("The files of .platform/nginx/ have no effect"))
                .anyMatch(each -> each.startsWith("The files of .platform/confighooks/ have no effect"));
    }

    private static String image(Map<String, String> files) {
        return SourceBundle.of(shelf.put(files), shelf.s3)
                .containers(Map.of())
                .get(0)
                .image();
    }

    private static void assertRefused(byte[] bundle, String why) {
        assertThatThrownBy(() -> SourceBundle.of(shelf.put(bundle), shelf.s3))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining(why);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
