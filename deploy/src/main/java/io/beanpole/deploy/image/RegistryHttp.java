package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests to a registry: signed in, bounded, tried again when the network or the registry hiccups. */
final class RegistryHttp {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 300;
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY = 429;

    /** One for all repositories: each has threads and open connections of its own, which nobody would end. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();

    private final ImagePlace place;

    RegistryHttp(ImagePlace place) {
        this.place = place;
    }

    /** A request that carries the sign-in, unless it goes to somebody else than the registry. */
    HttpRequest.Builder request(URI uri) {
        if (!place.host().equals(uri.getAuthority())) {
            return HttpRequest.newBuilder(uri);
        }
        var signIn = place.signIn();
        var credentials = (signIn.user() + ":" + signIn.password()).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /**
     * Sends it until an answer comes that isn't an overload, three times at most.
     *
     * @param attempt for the error: "read the manifest of ..."
     * @param limit for each try, from the connection to the last byte of the answer
     */
    <T> HttpResponse<T> send(String attempt, HttpRequest request, BodyHandler<T> handler, Duration limit) {
        for (int tries = 1; ; tries++) {
            try {
                var answer = exchange(request, handler, limit);
                if (!isOverload(answer.statusCode()) || tries == TRIES) {
                    return answer;
                }
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw failure(attempt, request, e);
                }
            }
            pause(attempt, PAUSE_MILLIS * tries);
        }
    }

    /** Sends what can't be sent twice, because the first time may have been half heard. */
    <T> HttpResponse<T> sendOnce(String attempt, HttpRequest request, BodyHandler<T> handler, Duration limit) {
        try {
            return exchange(request, handler, limit);
        } catch (IOException e) {
            throw failure(attempt, request, e);
        }
    }

    private static DeployException failure(String attempt, HttpRequest request, IOException e) {
        return new DeployException(
                "Could not " + attempt + ": "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                "Check that " + request.uri().getAuthority()
                        + " can be reached from here, then run it again; what was sent isn't sent twice.",
                e);
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler, Duration limit)
            throws IOException {
        var answer = CLIENT.sendAsync(request, handler);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no whole answer within " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new DeployException("Talking to the registry was interrupted.", e);
        }
    }

    private static boolean isOverload(int status) {
        return status >= SERVER_ERRORS || status == TOO_MANY;
    }

    private static void pause(String attempt, long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Interrupted while trying to " + attempt + ".", e);
        }
    }
}
