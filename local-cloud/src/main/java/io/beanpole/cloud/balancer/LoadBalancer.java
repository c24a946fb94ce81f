package io.beanpole.cloud.balancer;

import com.sun.net.httpserver.HttpExchange;
import io.beanpole.cloud.traffic.TrafficListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The load balancer of a web environment: shares requests among its healthy targets; {@link FrontDoor}s lead to it. */
public final class LoadBalancer implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "upgrade", ":status");
    private static final Logger LOG = LoggerFactory.getLogger(LoadBalancer.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long TICK = 200;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "balancer-checks");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final IdleWatch idle = new IdleWatch();
    private final Targets targets = new Targets();
    private final TrafficListener traffic;
    private volatile BalancerSettings settings;

    /** @param traffic hears of every request that was sent to a target */
    public LoadBalancer(BalancerSettings settings, TrafficListener traffic) {
        this.settings = settings;
        this.traffic = traffic;
        checks.scheduleWithFixedDelay(this::check, 0, TICK, TimeUnit.MILLISECONDS);
    }

    /** From now on these; what is known about a target that stays is kept. */
    public void balance(List<TargetGroup> wanted, BalancerSettings newSettings) {
        settings = newSettings;
        targets.become(wanted);
    }

    /** The ids of the targets that get requests. */
    public List<String> healthy() {
        return targets.all().stream()
                .filter(TargetHealth::isHealthy)
                .map(each -> each.target().id())
                .toList();
    }

    /**
     * Waits until these, which were taken out, have answered what they had got: AWS's connection draining.
     *
     * @param most the deregistration delay
     * @return false when that took longer, or the wait was interrupted
     */
    public boolean drained(Set<String> ids, Duration most) {
        try {
            return targets.drained(ids, most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
        idle.close();
    }

    private void check() {
        for (TargetHealth target : targets.all()) {
            try {
                target.check(http, settings, Instant.now());
            } catch (RuntimeException e) {
                // The executor would never check anything again.
                LOG.warn(
                        "The health of {} could not be checked", target.target().id(), e);
            }
        }
    }

    /**
     * Answers a request with what a healthy target says to it.
     *
     * @throws IOException when the answer broke off; the exchange is left open then, so that the server cuts the
     *     connection and nobody takes a part for the whole
     */
    void forward(HttpExchange exchange) throws IOException {
        ForwardedRequest request = new ForwardedRequest(exchange);
        List<TargetHealth> tried = new ArrayList<>();
        boolean isAnswered = false;
        while (!isAnswered && (tried.isEmpty() || request.canBeRepeated())) {
            Optional<TargetHealth> target = targets.take(tried);
            if (target.isEmpty()) {
                break;
            }
            tried.add(target.get());
            try {
                isAnswered = answered(exchange, request, target.get().target());
            } finally {
                targets.done(target.get());
            }
        }
        if (tried.isEmpty()) {
            refuse(exchange, 503, "503 Service Temporarily Unavailable: no instance is healthy.\n");
        } else if (!isAnswered) {
            refuse(exchange, BAD_GATEWAY, "502 Bad Gateway: the instance gave no answer.\n");
        }
        exchange.close();
    }

    /** False when nothing was sent to the client, so another target may be asked. */
    private boolean answered(HttpExchange exchange, ForwardedRequest request, Target target) throws IOException {
        HttpResponse<InputStream> response;
        Duration silence = settings.idleTimeout();
        long start = System.nanoTime();
        try {
            response = http.send(request.to(target, silence), BodyHandlers.ofInputStream());
            tell(target, response.statusCode(), start);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return false;
        } catch (HttpTimeoutException e) {
            tell(target, GATEWAY_TIMEOUT, start);
            refuse(
                    exchange,
                    GATEWAY_TIMEOUT,
                    "504 Gateway Time-out: the instance gave no answer for " + silence.toSeconds() + " s.\n");
            return true;
        } catch (IOException e) {
            tell(target, BAD_GATEWAY, start);
            refuse(exchange, BAD_GATEWAY, "502 Bad Gateway: the instance closed the connection.\n");
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try (InputStream body = idle.over(response.body(), silence)) {
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

    /** Says no in a sentence. */
    static void refuse(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
