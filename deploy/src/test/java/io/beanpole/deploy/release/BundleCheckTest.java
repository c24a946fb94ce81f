package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.dockerrun.CheckContext;
import io.beanpole.deploy.dockerrun.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a deployment does with what is wrong in a bundle. */
class BundleCheckTest {
    private static final CheckContext WORKER =
            CheckContext.of(true).on(Platform.ECS).withInstanceTypes(List.of("t3.micro"));
    /** By a tag, which is a warning; for port 8080 and with 2 GiB, which are errors on a small worker. */
    private static final String WRONG = """
            {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "registry.test/app:1",
             "essential": true, "memory": 2048, "portMappings": [{"hostPort": 8080, "containerPort": 8080}]}]}
            """;

    private final List<String> said = new ArrayList<>();

    @Test
    void allErrorsEndTheDeploymentTogetherAndWarningsAreOnlySaid() {
        var check = new BundleCheck(said::add, true);

        check.look("shop-local-jobs", bundle(WRONG), WORKER);

        assertThatThrownBy(check::requireNoErrors)
                .isInstanceOf(DeployException.class)
                .hasMessageStartingWith("This would not run, so no version was made of it. shop-local-jobs, "
                        + "Dockerrun.aws.json line 1: ")
                .hasMessageContaining("no container listens on host port 80. Map hostPort 80")
                .hasMessageContaining("reserve 2048 MiB, and a t3.micro has 1024 MiB");
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("warning: shop-local-jobs, Dockerrun.aws.json line 1: The image isn't pinned by digest");
    }

    @Test
    void whatIsLetThroughIsSaidAllTheSame() {
        var check = new BundleCheck(said::add, false);

        check.look("shop-local-jobs", bundle(WRONG), WORKER);

        assertThatCode(check::requireNoErrors).doesNotThrowAnyException();
        assertThat(said)
                .filteredOn(line -> line.startsWith("error, let through: "))
                .hasSize(2);
    }

    private static SourceBundle bundle(String dockerrun) {
        return SourceBundle.read(dockerrun.getBytes(StandardCharsets.UTF_8));
    }
}
