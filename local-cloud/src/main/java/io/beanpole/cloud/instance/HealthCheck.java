package io.beanpole.cloud.instance;

import io.beanpole.cloud.traffic.StatusCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * How an instance is asked whether it works: HTTP when a path is set, which must answer an expected status, else
 * whether its port takes a connection (a worker's default [S2]).
 */
public record HealthCheck(Optional<String> path, StatusCodes expectedStatus, Duration timeout) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Empty when the check passed, else why not. */
    public Optional<String> failure(int port) {
        try {
            return path.isPresent() ? http(port, path.get()) : tcp(port);
        } catch (IOException e) {
            return Optional.of(
                    "port " + port + " gives no answer (" + e.getClass().getSimpleName() + ")");
        } catch (IllegalArgumentException e) {
            return Optional.of("the health check path " + path.orElse("") + " is no part of an address");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the check was interrupted");
        }
    }

    private Optional<String> http(int port, String at) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + at))
                .header("User-Agent", "ELB-HealthChecker/2.0")
                .timeout(timeout)
                .build();
        int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
        return expectedStatus.include(status) ? Optional.empty() : Optional.of(at + " answers " + status);
    }

    private Optional<String> tcp(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Math.toIntExact(timeout.toMillis()));
            return Optional.empty();
        }
    }
}
