package io.beanpole.cloud.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.traffic.StatusCodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadBalancerTest {
    private static final BalancerSettings SETTINGS = settings("/health", "200");

    private final List<String> traffic = new CopyOnWriteArrayList<>();
    private final LoadBalancer balancer =
            new LoadBalancer(SETTINGS, (instance, status, took) -> traffic.add(instance + " " + status));
    private final FrontDoor door = new FrontDoor(0, balancer);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch streamMayEnd = new CountDownLatch(1);
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void close() {
        streamMayEnd.countDown();
        door.close();
        balancer.close();
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    @Test
    void withoutAHealthyInstanceItAnswers503() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(503);
    }

    @Test
    void requestsGoToAllHealthyInstancesInTurn() throws Exception {
        balance("one", "two");

        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            answers.add(get("/").body());
        }
        assertThat(answers).containsExactly("one", "two");
    }

    @Test
    void everyAnswerOfAnInstanceIsTold() throws Exception {
        get("/"); // Answered by the balancer itself.
        balance("one");

        get("/");
        servers.get(0).createContext("/gone", exchange -> {
            exchange.sendResponseHeaders(410, -1);
            exchange.close();
        });
        get("/gone");

        assertThat(traffic).containsExactly("one 200", "one 410");
    }

    @Test
    void anIdempotentRequestIsRepeatedWhenAnInstanceRefusesTheConnection() throws Exception {
        balance("one", "two");

        servers.get(0).stop(0);

        for (int i = 0; i < 4; i++) {
            assertThat(get("/").body()).isEqualTo("two");
        }
        await().until(() -> balancer.healthy().equals(List.of("two")));
    }

    @Test
    void aBodyArrivesAndItsAnswerComesBack() throws Exception {
        balance("one");

        HttpRequest post = HttpRequest.newBuilder(uri("/echo?a=b"))
                .POST(BodyPublishers.ofString("hällo"))
                .build();

        assertThat(http.send(post, BodyHandlers.ofString()).body()).isEqualTo("/echo?a=b hällo");
    }

    @Test
    void aStreamArrivesWhileItIsStillOpen() throws Exception {
        balance("one");

        HttpResponse<java.io.InputStream> response =
                http.send(HttpRequest.newBuilder(uri("/stream")).build(), BodyHandlers.ofInputStream());

        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body()))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            streamMayEnd.countDown();
            assertThat(lines.readLine()).isEqualTo("data: last");
        }
    }

    @Test
    void groupsGetTheirSharesOfTheRequests() throws Exception {
        Target present = new Target("old", server("old"));
        Target canary = new Target("new", server("new"));
        balancer.balance(
                List.of(
                        new TargetGroup("present", 75, List.of(present)),
                        new TargetGroup("canary", 25, List.of(canary)),
                        new TargetGroup("dark", 0, List.of(new Target("dark", server("dark"))))),
                SETTINGS);
        await().until(() -> balancer.healthy().size() == 3);
        traffic.clear();

        for (int i = 0; i < 40; i++) {
            get("/");
        }

        assertThat(traffic).filteredOn("new 200"::equals).hasSize(10);
        assertThat(traffic).filteredOn("old 200"::equals).hasSize(30);
    }

    @Test
    void whoWasTakenOutAnswersWhatItHadGotAndNothingMore() throws Exception {
        balance("one");
        HttpResponse<java.io.InputStream> response =
                http.send(HttpRequest.newBuilder(uri("/stream")).build(), BodyHandlers.ofInputStream());

        balancer.balance(List.of(), SETTINGS);

        assertThat(get("/").statusCode()).isEqualTo(503);
        assertThat(balancer.drained(Set.of("one"), Duration.ofMillis(50))).isFalse();
        streamMayEnd.countDown();
        assertThat(balancer.drained(Set.of("one"), Duration.ofSeconds(20))).isTrue();
        assertThat(new String(response.body().readAllBytes())).endsWith("data: last\n");
    }

    @Test
    void aDoorLeadsToAnotherBalancerWithoutClosing() throws Exception {
        balance("one");
        Target other = new Target("two", server("two"));
        try (LoadBalancer second = new LoadBalancer(SETTINGS, (instance, status, took) -> {})) {
            second.balance(List.of(new TargetGroup("all", 1, List.of(other))), SETTINGS);
            await().until(() -> second.healthy().size() == 1);
            assertThat(get("/").body()).isEqualTo("one");

            door.leadTo(second);

            assertThat(get("/").body()).isEqualTo("two");
        }
    }

    @Test
    void aHealthCheckPathThatIsNoneEndsNoChecks() throws Exception {
        Target one = new Target("one", server("one"));
        List<TargetGroup> groups = List.of(new TargetGroup("all", 1, List.of(one)));
        for (String path : List.of("/a b", "/x{y}")) {
            balancer.balance(List.of(), SETTINGS);
            balancer.balance(groups, settings(path, "200"));
            await().during(Duration.ofMillis(500))
                    .until(() -> balancer.healthy().isEmpty());
        }

        balancer.balance(groups, SETTINGS);

        await().until(() -> balancer.healthy().equals(List.of("one")));
    }

    @Test
    void everyStatusOfAListOrARangeIsHealthy() throws Exception {
        Target one = new Target("one", server("one"));
        servers.get(0).createContext("/made", exchange -> {
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        for (String codes : List.of("200,202", "200-299", "202")) {
            balancer.balance(List.of(), SETTINGS);
            balancer.balance(List.of(new TargetGroup("all", 1, List.of(one))), settings("/made", codes));
            await().until(() -> balancer.healthy().equals(List.of("one")));
        }
    }

    @Test
    void anInstanceThatIsSilentBeforeItsAnswerIs504AndWithinItTheEnd() throws Exception {
        List<Target> known = balance("one");
        servers.get(0).createContext("/silent", exchange -> {
            try (exchange) {
                streamMayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        balancer.balance(List.of(new TargetGroup("all", 1, known)), settings("/health", "200", 400));

        assertThat(get("/silent").statusCode()).isEqualTo(504);
        assertThat(traffic).containsExactly("one 504");
        assertThatThrownBy(() -> get("/stream")).isInstanceOf(IOException.class);
    }

    @Test
    void whatComesBeyondTheRoomOfTheDoorIs503() throws Exception {
        balance("one");
        try (FrontDoor narrow = new FrontDoor(0, balancer, 1)) {
            HttpRequest stream = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + narrow.port() + "/stream"))
                    .build();
            HttpRequest plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + narrow.port() + "/"))
                    .build();
            HttpResponse<java.io.InputStream> open = http.send(stream, BodyHandlers.ofInputStream());

            HttpResponse<String> refused = http.send(plain, BodyHandlers.ofString());

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("too many requests");
            streamMayEnd.countDown();
            open.body().readAllBytes();
            await().until(() -> http.send(plain, BodyHandlers.ofString()).statusCode() == 200);
        }
    }

    private static BalancerSettings settings(String path, String codes) {
        return settings(path, codes, 60_000);
    }

    private static BalancerSettings settings(String path, String codes, int idle) {
        Duration interval = Duration.ofMillis(300);
        return new BalancerSettings(
                path, StatusCodes.of(codes), interval, Duration.ofSeconds(1), 1, 2, Duration.ofMillis(idle));
    }

    private List<Target> balance(String... names) throws IOException {
        List<Target> targets = new ArrayList<>();
        for (String name : names) {
            targets.add(new Target(name, server(name)));
        }
        balancer.balance(List.of(new TargetGroup("all", 1, targets)), SETTINGS);
        await().until(() -> balancer.healthy().size() == names.length);
        return targets;
    }

    private URI server(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String path = exchange.getRequestURI().toString();
                byte[] answer = path.startsWith("/echo") ? (path + " " + new String(body)).getBytes() : name.getBytes();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.createContext("/stream", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("data: first\n".getBytes());
                exchange.getResponseBody().flush();
                streamMayEnd.await();
                exchange.getResponseBody().write("data: last\n".getBytes());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + door.port() + path);
    }
}
