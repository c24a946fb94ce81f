package io.beanpole.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.beanstalk.ElasticBeanstalkCatalog;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {
    @Test
    void aCloudThatSwallowsRequestsIsGivenUpInTimeAndSaidToBeOutOfReach() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var access = new AwsAccess(
                            "eu-central-1",
                            URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                            null,
                            new AccessKey("id", "secret"))
                    .within(new TimeLimits(Duration.ofMillis(200), Duration.ofMillis(600)));
            var begun = Instant.now();
            try (var catalog = new ElasticBeanstalkCatalog(access)) {
                assertThatThrownBy(catalog::all)
                        .isInstanceOf(DeployException.class)
                        .satisfies(thrown -> assertThat(CallException.behind(thrown)
                                        .orElseThrow()
                                        .trouble())
                                .isEqualTo(Trouble.UNREACHED));
            }
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
    }
}
