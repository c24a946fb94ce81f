package io.beanpole.deploy.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.SpecFiles;
import io.beanpole.deploy.stage.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which clouds can be reached, and what they are called; nothing here asks AWS for anything. */
class ConnectionsTest {
    private static final String CONFIG = "aws.configFile";
    private static final String CREDENTIALS = "aws.sharedCredentialsFile";

    @TempDir
    private Path root;

    @BeforeEach
    void profiles() throws IOException {
        Files.writeString(root.resolve("config"), """
                [profile shop-production]
                region = eu-central-1
                [profile elsewhere]
                """);
        System.setProperty(CONFIG, root.resolve("config").toString());
        System.setProperty(CREDENTIALS, root.resolve("none").toString());
    }

    @AfterEach
    void realProfiles() {
        System.clearProperty(CONFIG);
        System.clearProperty(CREDENTIALS);
    }

    @Test
    void theProfilesOfTheUserAreListed() {
        assertThat(connections().profiles()).containsExactly("elsewhere", "shop-production");
    }

    @Test
    void aConnectionToAwsIsNamedByProfileAndRegion() {
        try (var connection = connections().aws("shop-production", "eu-west-1")) {
            assertThat(connection.name()).isEqualTo("shop-production in eu-west-1");
            assertThat(connection.kind()).isEqualTo(Connection.Kind.AWS);
            assertThat(connection.region()).isEqualTo("eu-west-1");
        }
    }

    @Test
    void theRegionMayComeFromTheProfile() {
        try (var connection = connections().aws("shop-production", "")) {
            assertThat(connection.region()).isEqualTo("eu-central-1");
        }
        assertThatThrownBy(() -> connections().aws("elsewhere", ""))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("'elsewhere' sets no region");
    }

    @Test
    void withoutALocalCloudThereIsASentence() throws IOException {
        Files.writeString(root.resolve("deployment.yml"), SpecFiles.VALID);

        assertThatThrownBy(() -> connections().local())
                .isInstanceOf(DeployException.class)
                .hasMessage("The local cloud is not running.");
    }

    private Connections connections() {
        return Connections.of(new StateDirectory(root, root.resolve("state")));
    }
}
