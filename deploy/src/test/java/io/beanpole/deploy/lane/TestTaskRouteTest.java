package io.beanpole.deploy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.spec.Placeholders;
import io.beanpole.deploy.spec.TestTaskSpec;
import io.beanpole.deploy.spec.TestTaskSpec.AnswerFields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test task over real HTTP, to an application that is none of ours. */
class TestTaskRouteTest {
    private static final TestTaskSpec SPEC = new TestTaskSpec(
            "shop",
            Optional.of("https://${stage}.shop.example"),
            "/orders",
            "/orders/${id}/state",
            Map.of("Authorization", "Bearer ${secret:token}"),
            "{\"priority\": \"${lane}\"}",
            new AnswerFields("/order/no", "/order/state", "/order/at", "/order/begun"),
            Set.of("DONE"));

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
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
    void aTestTaskIsSentAsItIsDescribedAndFollowedToItsEnd() {
        answer = "{\"order\": {\"no\": 7, \"state\": \"NEW\", \"at\": \"2026-11-21T08:00:00Z\", \"begun\": null}}";
        var sent = route().send(web(), "fast");
        answer = "{\"order\": {\"no\": 7, \"state\": \"DONE\", \"at\": \"2026-11-21T08:00:00Z\","
                + " \"begun\": \"2026-11-21T08:00:01.500Z\"}}";
        var done = route().refresh(web(), sent);

        assertThat(asked)
                .containsExactly(
                        "POST /orders Bearer s3cret {\"priority\": \"fast\"}", "GET /orders/7/state Bearer s3cret ");
        assertThat(sent.state()).isEqualTo("NEW");
        assertThat(sent.waited()).isEmpty();
        assertThat(sent.isDone()).isFalse();
        assertThat(done.isDone()).isTrue();
        assertThat(done.waited()).contains(Duration.ofMillis(1500));
        assertThat(done.laneName()).isEqualTo("fast");
    }

    @Test
    void aRefusalIsToldWithWhatTheApplicationSaid() {
        status = 401;
        answer = "who are you?";

        assertThatThrownBy(() -> route().send(web(), "fast"))
                .isInstanceOf(DeployException.class)
                .hasMessage("Could not send a test task to the lane fast: POST " + web()
                        + "/orders answered 401: who are you?");
    }

    @Test
    void anAnswerWithoutWhatWasDescribedNamesThePlace() {
        answer = "{\"id\": 7}";

        assertThatThrownBy(() -> route().send(web(), "fast"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("has no state at /order/state")
                .hasMessageContaining("testTask.fields");
    }

    @Test
    void anAnswerThatIsNoJsonIsASentence() {
        answer = "<html>";

        assertThatThrownBy(() -> route().send(web(), "fast"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("with what is no JSON: <html>");
    }

    @Test
    void nobodyThereIsASentence() {
        var web = web();
        server.stop(0);

        assertThatThrownBy(() -> route().send(web, "fast"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Could not send a test task to the lane fast: POST " + web + "/orders failed");
    }

    @Test
    void theAddressMayBeDescribedPerStage() {
        var route = new TestTaskRoute(
                SPEC, "shop-local-shop", () -> new Placeholders().with("stage", nothing -> "staging"));

        assertThat(route.url()).contains(URI.create("https://staging.shop.example"));
    }

    @Test
    void aHeaderThatCannotBeFilledInIsTheReasonWhyNot() {
        var route = new TestTaskRoute(
                SPEC,
                "shop-local-shop",
                () -> new Placeholders().with("secret", name -> {
                    throw new DeployException("stage staging makes no secrets of its own.");
                }));

        assertThat(route.whyNot().orElseThrow())
                .contains("testTask.headers.Authorization asks for ${secret:token}", "makes no secrets");
        assertThat(route().whyNot()).isEmpty();
    }

    private URI web() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static TestTaskRoute route() {
        return new TestTaskRoute(SPEC, "shop-local-shop", () -> new Placeholders().with("secret", name -> "s3cret"));
    }
}
