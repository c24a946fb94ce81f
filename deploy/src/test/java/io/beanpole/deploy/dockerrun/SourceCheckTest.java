package io.beanpole.deploy.dockerrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import io.beanpole.deploy.dockerrun.ImageKnowledge.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule is found where it is broken, alone, and nothing is found in clean files. */
class SourceCheckTest {
    private static final String IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/web@sha256:" + "0".repeat(64);

    private static final String V1 = """
            {'AWSEBDockerrunVersion': '1', 'Image': {'Name': 'IMAGE'}, 'Ports': [{'ContainerPort': 8080}],
            'Volumes': [{'HostDirectory': '/a', 'ContainerDirectory': '/b'}], 'Logging': '/logs',
            'Authentication': {'Bucket': 'b', 'Key': 'k'}}""";

    private static final String V2 = """
            {'AWSEBDockerrunVersion': 2, 'containerDefinitions': [
            {'name': 'web', 'image': 'IMAGE', 'memory': 512, 'memoryReservation': 256, 'links': ['log:l'],
             'portMappings': [{'hostPort': 80, 'containerPort': 8080}],
             'mountPoints': [{'sourceVolume': 'v', 'containerPath': '/v'}, {'sourceVolume': 'awseb-logs-web', 'containerPath': '/l'}]},
            {'name': 'log', 'image': 'IMAGE', 'memory': 128, 'essential': false}],
            'volumes': [{'name': 'v'}], 'authentication': {'bucket': 'b', 'key': 'k'}}""";

    private static final String COMPOSE = """
            services:
              web:
                image: IMAGE
                env_file: [.env]
                mem_limit: 256m
                ports: ["80:8080"]
                volumes: ["${EB_LOG_BASE_DIR}/web:/logs"]
            """;

    private static final String V3 = "{'AWSEBDockerrunVersion': '3', 'Authentication': {'bucket': 'b', 'key': 'k'}}";

    @Test
    void cleanFilesHaveNoFindingsOnTheirPlatforms() {
        assertThat(serious(Map.of("Dockerrun.aws.json", V2), ecs())).isEmpty();
        assertThat(serious(Map.of("Dockerrun.aws.json", V1), docker())).isEmpty();
        assertThat(serious(Map.of("docker-compose.yml", COMPOSE, "Dockerrun.aws.json", V3), docker()))
                .isEmpty();
        assertThat(serious(Map.of("Dockerfile", ""), docker())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2,|'2',|WARNING|/AWSEBDockerrunVersion|Version 2 is a number
            'memory': 512, 'memoryReservation': 256|'memoryReservation': 0|ERROR|/containerDefinitions/0/memoryReservation|non-zero
            'memory': 512, 'memoryReservation': 256|'cpu': 1|ERROR|/containerDefinitions/0/memory|Neither memory nor memoryReservation
            'memory': 512, 'memoryReservation': 256|'memory': 256, 'memoryReservation': 256|ERROR|/containerDefinitions/0/memoryReservation|must be smaller than memory
            'essential': false}|'essential': false}, {'name': 'log', 'image': 'IMAGE', 'memory': 4}|ERROR|/containerDefinitions/2/name|Two containers are called log
            'memory': 128|'memory': 128, 'portMappings': [{'hostPort': 80, 'containerPort': 1}]|ERROR|/containerDefinitions/1/portMappings/0/hostPort|Host port 80 is taken twice
            'sourceVolume': 'v'|'sourceVolume': 'w'|ERROR|/containerDefinitions/0/mountPoints/0/sourceVolume|isn't declared
            'memory': 128|'memory': 128, 'links': ['log']|ERROR|/containerDefinitions/1/links/0|in a circle
            'log:l'|'nobody'|ERROR|/containerDefinitions/0/links/0|isn't a container of this file
            'memory': 512|'essential': false, 'memory': 512|ERROR|/containerDefinitions|No container is essential
            'authentication': {'bucket': 'b'|'Authentication': {'bucket': 'b'|ERROR|/Authentication|calls it authentication
            'bucket': 'b'|'Bucket': 'b'|ERROR|/authentication|bucket is missing
            'hostPort': 80|'hostPort': 81|ERROR|/containerDefinitions|sqsd posts every message
            'volumes': [{'name': 'v'}]|'volumes': [{'name': 'v'}, {'name': 'v'}]|ERROR|/volumes/1|Two volumes
            'links': ['log:l']|'command': 'a'|ERROR|/containerDefinitions/0/command|list of words
            """)
    void aBrokenTaskIsFound(String clean, String broken, Severity severity, String place, String message) {
        var finding = only(Map.of("Dockerrun.aws.json", replaced(V2, clean, broken)), worker(ecs()), place);

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.message()).contains(message);
        assertThat(finding.repair()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            '1'|1|WARNING|/AWSEBDockerrunVersion|Version 1 is a string
            'Ports': [{'ContainerPort': 8080}],|``|ERROR|/Ports|An image without Ports
            8080|0|ERROR|/Ports/0|from 1 to 65535
            'Authentication': {'Bucket': 'b', 'Key'|'authentication': {'bucket': 'b', 'Key'|ERROR|/authentication|calls it Authentication
            'Bucket'|'bucket'|ERROR|/Authentication|Bucket is missing
            'Logging': '/logs'|'Logging': '/logs', 'Command': ['a']|ERROR|/Command|is a string in version 1
            'HostDirectory': '/a', ||ERROR|/Volumes/0|needs HostDirectory
            'Name': 'IMAGE'|'Update': 'true'|ERROR|/Image|No image is named
            """)
    void aBrokenVersionOneIsFound(String clean, String broken, Severity severity, String place, String message) {
        var text = replaced(V1, clean, broken == null ? "" : broken);
        var finding = only(Map.of("Dockerrun.aws.json", text), docker(), place);

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            env_file: [.env]|restart: always|WARNING|/services/web|this service doesn't read it
            "80:8080"|"81:8080"|ERROR|/services|no service publishes port 80
            image: IMAGE|build: .|WARNING|/services/web/build|built on every instance
            256m|4g|ERROR|/services|the task can't be placed
            IMAGE|web:1|WARNING|/services/web/image|isn't pinned by digest
            """)
    void aBrokenComposeFileIsFoundWithItsLine(
            String clean, String broken, Severity severity, String place, String message) {
        var text = replaced(COMPOSE, clean, broken);
        var finding = only(Map.of("docker-compose.yml", text), docker(), place);

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.message()).contains(message);
        assertThat(finding.line()).isBetween(1, 4);
    }

    @Test
    void filesThatDoNotGoTogetherAreFound() {
        assertThat(serious(Map.of("Dockerrun.aws.json", V1, "Dockerfile", ""), docker()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Image is ignored"));
        assertThat(serious(Map.of("docker-compose.yml", COMPOSE, "Dockerrun.aws.json", V1), docker()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Compose wins"));
        assertThat(serious(Map.of("docker-compose.yml", COMPOSE, ".env", ""), docker()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("brings a .env of its own"));
        assertThat(serious(Map.of("Dockerrun.aws.json", V3), docker()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("none lies beside"));
        assertThat(serious(Map.of("README.md", ""), ecs()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Nothing says what runs"));
    }

    @Test
    void eachPlatformTakesItsOwnFormats() {
        assertThat(serious(Map.of("Dockerrun.aws.json", V1), ecs()))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("which the ECS-managed Docker platform doesn't take"));
        assertThat(serious(Map.of("Dockerrun.aws.json", V2), docker()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.repair()).contains("dockerrun convert --to v1"));
        assertThat(Platform.of("64bit Amazon Linux 2023 v4.1.0 running ECS")).isEqualTo(Platform.ECS);
        assertThat(Platform.of("64bit Amazon Linux 2023 v4.13.1 running Docker"))
                .isEqualTo(Platform.DOCKER);
        assertThat(Platform.of("64bit Amazon Linux 2023 v4 running Corretto 17"))
                .isEqualTo(Platform.UNKNOWN);
    }

    @Test
    void anImageForOtherMachinesIsFound() {
        assertThat(withImages(ecs(), "t4g.large", Answer.found(Set.of("amd64"), "")))
                .extracting(DockerrunFinding::message)
                .anyMatch(message -> message.contains("The image is for amd64") && message.contains("need arm64"));
        assertThat(withImages(ecs(), "t4g.large", Answer.found(Set.of("amd64", "arm64"), "")))
                .isEmpty();
        assertThat(withImages(ecs(), "t3.large", Answer.missing("web has no such digest.")))
                .extracting(DockerrunFinding::message)
                .allMatch(message -> message.startsWith("There is no image "));
        assertThat(withImages(ecs(), "t3.large", Answer.unknown("nobody answers.")))
                .isEmpty();
    }

    @Test
    void memoryIsComparedWithTheSmallestOfTheInstanceTypes() {
        var tight = replaced(V2, "'memoryReservation': 256", "'memoryReservation': 320");

        assertThat(serious(
                        Map.of("Dockerrun.aws.json", tight), ecs().withInstanceTypes(List.of("t3.large", "t3.nano"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("reserve 448 MiB", "t3.nano has 512 MiB", "an estimate");
                });
        assertThat(check(Map.of("Dockerrun.aws.json", V2), ecs().withInstanceTypes(List.of("x9.huge"))))
                .extracting(DockerrunFinding::message)
                .anyMatch(message ->
                        message.contains("isn't all known here, so whether the containers fit is unchecked"));
    }

    private static List<DockerrunFinding> withImages(CheckContext place, String type, Answer answer) {
        var asking = new CheckContext(
                false,
                place.platform(),
                List.of(type),
                place.region(),
                Set.of(),
                Optional.of(image -> answer),
                Optional.of("profile"));
        return serious(Map.of("Dockerrun.aws.json", V2), asking);
    }

    private static CheckContext ecs() {
        return place(Platform.ECS);
    }

    private static CheckContext docker() {
        return place(Platform.DOCKER);
    }

    private static CheckContext place(Platform platform) {
        return new CheckContext(
                false,
                platform,
                List.of("t3.small"),
                Optional.of("eu-central-1"),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static CheckContext worker(CheckContext place) {
        return new CheckContext(
                true,
                place.platform(),
                place.instanceTypes(),
                place.region(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String replaced(String text, String clean, String broken) {
        assertThat(text).contains(clean);
        var at = text.indexOf(clean);
        return text.substring(0, at) + broken + text.substring(at + clean.length());
    }

    private static DockerrunFinding only(Map<String, String> files, CheckContext context, String place) {
        var found = serious(files, context);
        assertThat(found).extracting(DockerrunFinding::place).containsOnly(place);
        return found.get(0);
    }

    private static List<DockerrunFinding> serious(Map<String, String> files, CheckContext context) {
        return check(files, context).stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    private static List<DockerrunFinding> check(Map<String, String> files, CheckContext context) {
        var texts = new TreeMap<String, String>();
        files.forEach((name, text) -> {
            if (name.startsWith("Dockerrun") || name.startsWith("docker-compose")) {
                texts.put(name, text.replace('\'', '"').replace("IMAGE", IMAGE));
            }
        });
        assertThat(texts.values())
                .allSatisfy(text ->
                        assertThat(text.getBytes(StandardCharsets.UTF_8)).isNotEmpty());
        return SourceCheck.of(new SourceFiles(texts, files.keySet()), context).stream()
                .flatMap(file -> file.findings().stream())
                .toList();
    }
}
