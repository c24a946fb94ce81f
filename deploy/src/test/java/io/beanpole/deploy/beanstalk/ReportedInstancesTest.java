package io.beanpole.deploy.beanstalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AccessKey;
import io.beanpole.deploy.aws.AwsAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Environments whose instances can't be asked for their health, over real HTTP. */
class ReportedInstancesTest {
    private static final EnvironmentState WEB =
            new EnvironmentState("e-1", "shop", "web", "Ready", "Green", "v1", null);

    private HttpServer server;
    private String code = "InvalidRequestException";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = ("<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                            + "</Code><Message>No enhanced health here.</Message></Error></ErrorResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(400, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void withoutEnhancedHealthNobodyReportsAndThatIsNoError() {
        try (var environments = Environments.ofAllApplications(access());
                var catalog = new ElasticBeanstalkCatalog(access())) {
            assertThat(environments.instances(WEB)).isEmpty();
            assertThat(catalog.instances("web")).isEmpty();
        }
    }

    @Test
    void anotherRefusalIsAnError() {
        code = "InvalidParameterValue";
        try (var environments = Environments.ofAllApplications(access())) {
            assertThatThrownBy(() -> environments.instances(WEB))
                    .isInstanceOf(DeployException.class)
                    .hasMessageContaining("Could not read the instances of web");
        }
    }

    private AwsAccess access() {
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new AwsAccess("eu-central-1", endpoint, null, new AccessKey("id", "secret"));
    }
}
