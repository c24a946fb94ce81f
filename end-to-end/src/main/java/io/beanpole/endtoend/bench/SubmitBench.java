package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.House;
import io.beanpole.endtoend.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Offers 1,000 tasks a second for a few seconds and counts what SQS was asked for them. */
record SubmitBench(House house) {
    private static final int OFFERED_PER_SECOND = 1_000;
    private static final int SECONDS = 8;
    private static final int MOST_AT_ONCE = 64;

    void run() {
        Program program = house.program();
        String upload = program.register("load.mp4", 1_000).get("id").asString();
        Map<String, ?> input = Map.of("upload", upload, "at", 1);
        for (int i = 0; i < 500; i++) {
            program.submit("clip.poster", "standard", input);
        }
        List<Long> reads = timed(200, () -> program.get("/api/me"));

        long before = sqsSends();
        Instant from = Instant.now();
        List<Long> latencies = offer(program, input);
        Duration took = Duration.between(from, Instant.now());
        awaitSent(program);
        long sends = sqsSends() - before;

        Bench.say(
                "submit   %d tasks in %s: %.0f a second of %d offered",
                latencies.size(), Bench.seconds(took), latencies.size() / (took.toNanos() / 1e9), OFFERED_PER_SECOND);
        double requests = (double) sends / latencies.size();
        Bench.say(
                "         requests to SQS a task: %.3f   %s",
                requests, Bench.BOUNDS.most("requests to SQS a task", requests, 0.2, ""));
        Bench.say(
                "         POST /api/tasks p50 %.1f ms, p99 %.1f ms; GET /api/me alone p50 %.1f ms",
                percentile(latencies, 50), percentile(latencies, 99), percentile(reads, 50));
    }

    private static List<Long> timed(int times, Runnable call) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(i -> {
                    long from = System.nanoTime();
                    call.run();
                    return System.nanoTime() - from;
                })
                .sorted()
                .toList();
    }

    private static List<Long> offer(Program program, Map<String, ?> input) {
        ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
        Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
        ExecutorService callers = Executors.newFixedThreadPool(MOST_AT_ONCE);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
        try {
            for (int i = 0; System.nanoTime() < end; i++) {
                long due = start + i * (TimeUnit.SECONDS.toNanos(1) / OFFERED_PER_SECOND);
                LockSupport.parkNanos(due - System.nanoTime());
                atOnce.acquire();
                callers.execute(() -> {
                    long from = System.nanoTime();
                    try {
                        program.submit("clip.poster", "standard", input);
                        latencies.add(System.nanoTime() - from);
                    } finally {
                        atOnce.release();
                    }
                });
            }
            callers.shutdown();
            if (!callers.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new EndToEndException("The last tasks were not accepted within a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndToEndException("Stopped while offering tasks", e);
        } finally {
            callers.shutdownNow();
        }
        return latencies.stream().sorted().toList();
    }

    /** A task that was sent after all others shows that they were sent. */
    private static void awaitSent(Program program) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        program.get("/api/me");
    }

    private long sqsSends() {
        long sum = 0;
        JsonNode requests = house.status().get("requests");
        for (Map.Entry<String, JsonNode> request : requests.properties()) {
            if (request.getKey().startsWith("AmazonSQS.SendMessage")) {
                sum += request.getValue().asLong();
            }
        }
        return sum;
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
