package io.beanpole.deploy.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.aws.AssumedRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stage says who acts there and where its data is. */
class StageSectionTest {
    @TempDir
    private Path root;

    @Test
    void aRoleIsItsArnOrAMappingThatSaysMore() throws IOException {
        var spec = read("""
                stages:
                  plain: {region: eu-central-1, role: "arn:aws:iam::1:role/x"}
                  more:
                    region: eu-central-1
                    role: {arn: "arn:aws:iam::1:role/x", externalId: secret-word, session: ci}
                """);

        assertThat(spec.stage("plain").role()).isEqualTo(new AssumedRole("arn:aws:iam::1:role/x", null, null));
        assertThat(spec.stage("more").role()).isEqualTo(new AssumedRole("arn:aws:iam::1:role/x", "secret-word", "ci"));
    }

    @Test
    void onlyAStageOfTheLocalCloudNamesItsDatabase() throws IOException {
        var spec = read("stages: {second: {region: eu-central-2, localCloud: true, database: second}}\n");

        assertThat(spec.stage("second").database()).isEqualTo("second");
        assertThatThrownBy(() -> read("stages: {far: {region: eu-central-1, database: second}}\n"))
                .hasMessageContaining("stages.far.database may be named for the local cloud only");
    }

    private DeploymentSpec read(String stages) throws IOException {
        var valid = SpecFiles.VALID;
        Files.writeString(root.resolve("deployment.yml"), valid.substring(0, valid.indexOf("stages:")) + stages);
        return new SpecFile(root).read();
    }
}
