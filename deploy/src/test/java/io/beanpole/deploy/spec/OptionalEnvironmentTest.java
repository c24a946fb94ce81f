package io.beanpole.deploy.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionalEnvironmentTest {
    @TempDir
    private Path root;

    @Test
    void anOptionalEnvironmentIsMeantOnlyWhereItIsNamed() throws Exception {
        Files.writeString(root.resolve("deployment.yml"), """
                application: hand
                platform: ECS
                images:
                  script: {reference: "hand:1", port: 80}
                environments:
                  jobs: {tier: worker, image: script, memory: 64}
                  helper: {tier: worker, image: script, memory: 64, optional: true}
                stages:
                  local: {region: eu-central-2, localCloud: true}
                """);
        DeploymentSpec spec = new SpecFile(root).read();

        assertThat(spec.usualEnvironments()).containsExactly("jobs");
        assertThat(spec.environments(spec.stage("local"), List.of()))
                .extracting(EnvironmentSpec::name)
                .containsExactly("jobs");
        assertThat(spec.environments(spec.stage("local"), List.of("helper")))
                .extracting(EnvironmentSpec::name)
                .containsExactly("helper");
    }
}
