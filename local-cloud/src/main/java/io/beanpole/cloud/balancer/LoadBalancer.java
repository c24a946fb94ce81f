package io.beanpole.cloud.balancer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.traffic.TrafficListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The load balancer of a web environment: round robin over its healthy targets, on a loopback port of its own. */
public final class LoadBalancer implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "upgrade", ":status");
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long TICK = 200;
    private static final int BAD_GATEWAY = 502;

    private final HttpServer server;
    private final ExecutorService requests = Executors.newCachedThreadPool(work -> daemon(work, "balancer-request"));
    private final ScheduledExecutorService checks =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "balancer-checks"));
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<TargetHealth> targets = List.of();
    private final TrafficListener traffic;
    private volatile BalancerSettings settings;

    /**
     * Listens at once.
     *
     * @param port 0 takes any free one
     * @param traffic hears of every request that was sent to a target
     */
    public LoadBalancer(int port, BalancerSettings settings, TrafficListener traffic) {
        this.settings = settings;
        this.traffic = traffic;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new CloudException("The load balancer cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(requests);
        server.createContext("/", this::forward);
        server.start();
        checks.scheduleWithFixedDelay(this::check, 0, TICK, TimeUnit.MILLISECONDS);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** From now on these; what is known about a target that stays is kept. */
    public synchronized void balance(List<Target> wanted, BalancerSettings newSettings) {
        settings = newSettings;
        List<TargetHealth> next = new ArrayList<>();
        for (Target target : wanted) {
            next.add(targets.stream()
                    .filter(known -> known.target().equals(target))
                    .findFirst()
                    .orElseGet(() -> new TargetHealth(target)));
        }
        targets = List.copyOf(next);
    }

    /** The ids of the targets that get requests. */
    public List<String> healthy() {
        return targets.stream()
                .filter(TargetHealth::isHealthy)
                .map(each -> each.target().id())
                .toList();
    }

    @Override
    public void close() {
        checks.shutdownNow();
        server.stop(0);
        requests.shutdownNow();
    }

    private void check() {
        for (TargetHealth target : targets) {
            target.check(http, settings, Instant.now());
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<TargetHealth> healthy =
                    targets.stream().filter(TargetHealth::isHealthy).toList();
            if (healthy.isEmpty()) {
                refuse(exchange, 503, "503 Service Temporarily Unavailable: no instance is healthy.\n");
                return;
            }
            ForwardedRequest request = new ForwardedRequest(exchange);
            int first = Math.floorMod(turn.getAndIncrement(), healthy.size());
            int tries = request.canBeRepeated() ? healthy.size() : 1;
            for (int i = 0; i < tries; i++) {
                Target target = healthy.get((first + i) % healthy.size()).target();
                if (answered(exchange, request, target)) {
                    return;
                }
            }
            refuse(exchange, BAD_GATEWAY, "502 Bad Gateway: the instance gave no answer.\n");
        }
    }

    /** False when nothing was sent to the client, so another target may be asked. */
    private boolean answered(HttpExchange exchange, ForwardedRequest request, Target target) throws IOException {
        HttpResponse<InputStream> response;
        long start = System.nanoTime();
        try {
            response = http.send(request.to(target), BodyHandlers.ofInputStream());
            tell(target, response.statusCode(), start);
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            tell(target, BAD_GATEWAY, start);
            refuse(exchange, BAD_GATEWAY, "502 Bad Gateway: the instance closed the connection.\n");
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try (InputStream body = response.body()) {
            send(exchange, response, body);
        }
        return true;
    }

    private void tell(Target target, int status, long start) {
        traffic.answered(target.id(), status, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void send(HttpExchange exchange, HttpResponse<InputStream> response, InputStream body)
            throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD")
                || length == 0
                || response.statusCode() == 204
                || response.statusCode() == 304;
        exchange.sendResponseHeaders(response.statusCode(), bodiless ? -1 : Math.max(length, 0));
        if (bodiless) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        byte[] buffer = new byte[16_384];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            out.write(buffer, 0, read);
            if (length < 0) {
                // A stream of events is worth nothing in a buffer.
                out.flush();
            }
        }
        out.close();
    }

    private static void refuse(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
