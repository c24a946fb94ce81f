package io.beanpole.cloud.beanstalk.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.cloud.CloudException;
import org.junit.jupiter.api.Test;

class EnvironmentManifestTest {
    @Test
    void allThatItSaysIsRead() {
        EnvironmentManifest manifest = EnvironmentManifest.parse("""
                AWSConfigurationTemplateVersion: 1.1.0.0
                SolutionStack: 64bit Amazon Linux 2023 v4.7.1 running ECS
                EnvironmentName: front+
                CName: front-app+
                EnvironmentTier: {Name: WebServer, Type: Standard}
                EnvironmentLinks: {"WORKERQUEUE": "worker+"}
                OptionSettings:
                  aws:autoscaling:asg: {MinSize: 2}
                """);

        assertThat(manifest.name()).isEqualTo("front+");
        assertThat(manifest.tier()).isEqualTo("WebServer");
        assertThat(manifest.solutionStack()).endsWith("running ECS");
        assertThat(manifest.links()).containsEntry("WORKERQUEUE", "worker+");
        assertThat(manifest.settings().get("aws:autoscaling:asg")).containsEntry("MinSize", "2");
    }

    @Test
    void aPlusSignStandsForTheGroup() {
        assertThat(EnvironmentManifest.inGroup("front+", "east")).isEqualTo("front-east");
        assertThat(EnvironmentManifest.inGroup("front", "east")).isEqualTo("front");
    }

    @Test
    void whatIsNoManifestIsASentence() {
        assertThatThrownBy(() -> EnvironmentManifest.parse("EnvironmentName: front"))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("AWSConfigurationTemplateVersion must be 1.1.0.0");
        assertThatThrownBy(() -> EnvironmentManifest.parse("- a\n- b")).hasMessageContaining("not a map");
        assertThatThrownBy(() -> EnvironmentManifest.parse("a: [")).hasMessageContaining("invalid YAML");
        assertThatThrownBy(() -> EnvironmentManifest.parse(
                        "AWSConfigurationTemplateVersion: 1.1.0.0\nOptionSettings: {ns: [1]}"))
                .hasMessageContaining("OptionSettings of ns must be a map");
    }
}
