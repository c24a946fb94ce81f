package io.beanpole.cloud.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments that are to be terminated, or built again after that, as AWS would not do it. */
class RebuildTest {
    @Test
    void aTerminatedEnvironmentIsRebuiltOnlyWhereANewOneLikeItCouldBe(@TempDir Path directory) throws IOException {
        try (EnvironmentHouse house = new EnvironmentHouse(directory)) {
            house.version("v1", Map.of());
            house.version("v2", Map.of());
            String id = created(house, "first", "v1");
            assertThatThrownBy(() -> house.cloud.beanstalk.terminateEnvironment(
                            request -> request.environmentName("first").terminateResources(false)))
                    .hasMessageContaining("TerminateResources=false would leave the instances");
            assertThat(house.environment("first").statusAsString()).isEqualTo("Ready");
            house.terminated("first");
            created(house, "second", "v2");

            assertThatThrownBy(() -> house.cloud.beanstalk.rebuildEnvironment(request -> request.environmentId(id)))
                    .hasMessageContaining("DNS name (shop) is not available.");

            house.terminated("second");
            house.cloud.beanstalk.deleteApplicationVersion(
                    request -> request.applicationName("app").versionLabel("v1"));
            assertThatThrownBy(() -> house.cloud.beanstalk.rebuildEnvironment(request -> request.environmentId(id)))
                    .hasMessageContaining("No Application Version named 'v1' found.");
        }
    }

    /** All of them want the same address; gives the id. */
    private static String created(EnvironmentHouse house, String name, String version) {
        house.cloud.beanstalk.createEnvironment(request -> request.applicationName("app")
                .environmentName(name)
                .cnamePrefix("shop")
                .versionLabel(version));
        return house.ready(name).environmentId();
    }
}
