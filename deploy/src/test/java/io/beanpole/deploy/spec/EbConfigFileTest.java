package io.beanpole.deploy.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the EB CLI wrote down is enough to operate an application. */
class EbConfigFileTest {
    @TempDir
    private Path root;

    @Test
    void itsApplicationRegionAndProfileAreTheOneStage() throws IOException {
        write("""
                branch-defaults:
                  main: {environment: shop-prod}
                global:
                  application_name: shop
                  default_platform: Docker running on 64bit Amazon Linux 2023
                  default_region: eu-west-1
                  profile: eb-cli
                  sc: git
                """);
        var file = new EbConfigFile(root);

        var spec = file.read();

        assertThat(spec.application()).isEqualTo("shop");
        assertThat(spec.environments()).isEmpty();
        var stage = spec.stage(EbConfigFile.STAGE);
        assertThat(stage.region()).isEqualTo("eu-west-1");
        assertThat(stage.profile()).isEqualTo("eb-cli");
        assertThat(stage.localCloud()).isFalse();
        assertThat(file.environmentOf("main")).contains("shop-prod");
        assertThat(file.environmentOf("feature")).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        write("global: {application_name: shop}\n");

        assertThatThrownBy(() -> new EbConfigFile(root).read())
                .hasMessageContaining("global.default_region is missing");
    }

    @Test
    void withoutTheFileThereIsNothing() {
        assertThat(new EbConfigFile(root).exists()).isFalse();
    }

    private void write(String content) throws IOException {
        Files.createDirectories(root.resolve(".elasticbeanstalk"));
        Files.writeString(root.resolve(".elasticbeanstalk/config.yml"), content);
    }
}
