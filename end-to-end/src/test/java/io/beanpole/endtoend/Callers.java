package io.beanpole.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Load on one address by a few who ask again as soon as they are answered, and count what they hear. */
final class Callers implements AutoCloseable {
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads;
    private volatile boolean over;

    Callers(URI address, int number) {
        threads = Executors.newFixedThreadPool(number);
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        for (int i = 0; i < number; i++) {
            threads.execute(() -> {
                while (!over) {
                    counts.computeIfAbsent(ask(request), key -> new AtomicInteger())
                            .incrementAndGet();
                }
            });
        }
    }

    int count(String answer) {
        return counts.getOrDefault(answer, new AtomicInteger()).get();
    }

    /** All that was heard: status and body, or what failed. */
    Set<String> answers() {
        return Set.copyOf(counts.keySet());
    }

    private String ask(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
