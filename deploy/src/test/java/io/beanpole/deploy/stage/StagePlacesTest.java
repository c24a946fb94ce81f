package io.beanpole.deploy.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.dockerrun.DockerrunFinding.Severity;
import io.beanpole.deploy.dockerrun.ImageKnowledge;
import io.beanpole.deploy.dockerrun.SourceCheck;
import io.beanpole.deploy.dockerrun.SourceFiles;
import io.beanpole.deploy.spec.DeploymentSpec;
import io.beanpole.deploy.spec.EnvironmentSpec;
import io.beanpole.deploy.spec.SpecFile;
import io.beanpole.deploy.spec.StageSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The environments of our own deployment.yml as places that their bundles are checked for. */
class StagePlacesTest {
    private static final DeploymentSpec SPEC =
            new SpecFile(Path.of("..").toAbsolutePath().normalize()).read();
    private static final String DIGEST = "sha256:" + "1".repeat(64);

    static Stream<StageSpec> stages() {
        return SPEC.stages().values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stages")
    void whatWeDeployHasNothingWrongInAnyStage(StageSpec stage) {
        for (var environment : SPEC.environments(stage, List.of())) {
            assertThat(findings(stage, environment, DIGEST))
                    .as(stage.name() + " " + environment.name())
                    .filteredOn(finding -> finding.severity() != Severity.NOTE)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stages")
    void anImageForOtherMachinesIsFoundWhereTheInstancesAreNotThisMachine(StageSpec stage) {
        var worker = SPEC.environments(stage, List.of("standard")).get(0);

        var errors = findings(stage, worker, "sha256:" + "a".repeat(64)).stream()
                .filter(DockerrunFinding::isError)
                .toList();

        assertThat(errors).hasSize(stage.localCloud() ? 0 : 1);
        errors.forEach(error -> assertThat(error.message())
                .contains("The image is for arm64, but the instances (t3.medium) need amd64"));
    }

    private static List<DockerrunFinding> findings(StageSpec stage, EnvironmentSpec environment, String digest) {
        var image = "registry.test/" + environment.image().repository() + "@" + digest;
        var bundle = new EnvironmentBundles(SPEC).of(environment, image);
        return SourceCheck.of(SourceFiles.ofBundle(bundle.bytes()), place(stage).of(environment, bundle)).stream()
                .flatMap(file -> file.findings().stream())
                .toList();
    }

    private static StagePlaces place(StageSpec stage) {
        var access = new StageAccess(new AwsAccess(stage.region(), null, null, null), true, Map::of);
        return new StagePlaces(SPEC, stage, access, StagePlacesTest::about);
    }

    /** Whose digest begins with an a is for ARM. */
    private static ImageKnowledge.Answer about(String image) {
        var architecture = image.contains("sha256:a") ? "arm64" : "amd64";
        return ImageKnowledge.Answer.found(Set.of(architecture), image.substring(image.indexOf('@') + 1));
    }
}
