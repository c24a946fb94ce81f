package io.beanpole.cloud.beanstalk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** People who ask a web environment again and again, and count who answered; closing them ends the asking. */
final class Visitors implements AutoCloseable {
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isOver;

    Visitors(String address, int count) {
        this.address = URI.create("http://" + address + "/");
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::ask, "visitor-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    /** How often each answer came; what is no answer of the application is a status or an exception. */
    Map<String, AtomicInteger> answers() {
        return answers;
    }

    int count(String answer) {
        return answers.getOrDefault(answer, new AtomicInteger()).get();
    }

    /** From now on. */
    void forget() {
        answers.clear();
    }

    /** One answer, now. */
    String answer() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? response.body().strip()
                    : response.statusCode() + " " + response.body().strip();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Override
    public void close() {
        isOver = true;
        for (Thread thread : threads) {
            try {
                thread.join(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void ask() {
        while (!isOver) {
            answers.computeIfAbsent(answer(), any -> new AtomicInteger()).incrementAndGet();
        }
    }
}
