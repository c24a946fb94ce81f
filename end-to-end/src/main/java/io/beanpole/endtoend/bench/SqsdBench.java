package io.beanpole.endtoend.bench;

import io.beanpole.endtoend.EndToEndException;
import io.beanpole.endtoend.FreePort;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * sqsd against ElasticMQ, each a process of its own: processor time and throughput beside those of the SDK's own loop;
 * duplicates of a slow application; what SIGTERM and SIGKILL do.
 */
final class SqsdBench implements AutoCloseable {
    private static final String DAEMON = "io.beanpole.cloud.sqsd.SqsdProgram";
    private static final int CONNECTIONS = 50;
    private static final int ROUNDS = 3;
    /** Slowly, because the daemon takes an application for a slow one for ten seconds. */
    private static final int WARM_UP = 22_000;

    private static final int WARM_UP_MILLIS = 40;
    private static final int WARM_UP_OF_SDK = 40_000;
    private static final int MEASURED = 30_000;
    /** Not measured: the last ones are waited for. */
    private static final int AT_THE_END = 500;
    /** As many as the daemon has pollers. */
    private static final String THREADS_OF_SDK = "20";
    /** A daemon is ended when it has done so many, which takes it more than ten seconds, of so many. */
    private static final int END_AFTER = 12_000;

    private static final int END_OF = 14_000;
    private static final String HEAP = "256m";
    /** Tens of thousands of messages stand there; a server that collects garbage all the time would measure that. */
    private static final String HEAP_OF_QUEUES = "2g";

    private static final String BODY = "x".repeat(1_000);
    private static final Duration LONG = Duration.ofMinutes(3);

    private final String classPath;
    private final URI endpoint = URI.create("http://127.0.0.1:" + FreePort.next());
    private final JavaProcess queues;
    private final SqsClient sqs;
    private final CountingApplication application = new CountingApplication();

    /** @param root the repository, built */
    SqsdBench(Path root) {
        String cloud = root.resolve("local-cloud/target/classes") + ":" + root.resolve("local-cloud/target/libs/*");
        classPath = root.resolve("end-to-end/target/classes") + ":" + cloud;
        CountDownLatch started = new CountDownLatch(1);
        queues = new JavaProcess(
                classPath,
                HEAP_OF_QUEUES,
                line -> started.countDown(),
                QueueServer.class.getName(),
                String.valueOf(endpoint.getPort()));
        await("ElasticMQ to start", () -> started.getCount() == 0);
        sqs = SdkLoop.client(endpoint);
    }

    void run() {
        throughput();
        slowDown();
        terminated();
        killed();
    }

    @Override
    public void close() {
        application.close();
        sqs.close();
        queues.close();
    }

    private void throughput() {
        List<Measure> daemons = new ArrayList<>();
        List<Measure> loops = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            loops.add(sdkLoop());
            daemons.add(daemon());
            Bench.say(
                    "         round %d: sqsd %s; SDK %s; load of the machine %.1f",
                    round + 1,
                    daemons.get(round),
                    loops.get(round),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        Measure daemon = Measure.median(daemons);
        Measure loop = Measure.median(loops);
        double[] ratios = IntStream.range(0, ROUNDS)
                .mapToDouble(i -> daemons.get(i).perSecond() / loops.get(i).perSecond())
                .sorted()
                .toArray();
        Bench.say(
                "sqsd     CPU per 10,000 messages %.0f ms   %s",
                daemon.cpuMillis(), Bench.BOUNDS.most("CPU of sqsd", daemon.cpuMillis(), 700, "ms"));
        Bench.say("         the SDK's receive and delete loop, which posts nothing: %.0f ms", loop.cpuMillis());
        Bench.say(
                "         %.0f messages a second, %.2f of the SDK's loop in the same round (%.0f)   %s",
                daemon.perSecond(),
                ratios[ROUNDS / 2],
                loop.perSecond(),
                Bench.BOUNDS.least("throughput of sqsd", ratios[ROUNDS / 2], 1));
    }

    private Measure daemon() {
        String queue = filledQueue(WARM_UP + MEASURED);
        application.forget();
        application.worksForMillis(WARM_UP_MILLIS);
        try (JavaProcess daemon = start(queue, Duration.ofMinutes(5))) {
            await("the warm-up", () -> application.answered() >= WARM_UP);
            application.worksForMillis(0);
            return measure(daemon, application::answered);
        } finally {
            sqs.deleteQueue(request -> request.queueUrl(queue));
        }
    }

    private Measure sdkLoop() {
        String queue = filledQueue(WARM_UP_OF_SDK + MEASURED);
        AtomicLong deleted = new AtomicLong();
        try (JavaProcess loop = new JavaProcess(
                classPath,
                HEAP,
                line -> deleted.set(Long.parseLong(line)),
                SdkLoop.class.getName(),
                endpoint.toString(),
                queue,
                THREADS_OF_SDK)) {
            await("the warm-up", () -> deleted.get() >= WARM_UP_OF_SDK);
            return measure(loop, deleted::get);
        } finally {
            sqs.deleteQueue(request -> request.queueUrl(queue));
        }
    }

    private static Measure measure(JavaProcess process, LongSupplier done) {
        long from = System.nanoTime();
        long first = done.getAsLong();
        Duration cpuBefore = process.cpu();
        await("the messages", () -> done.getAsLong() >= first + MEASURED - AT_THE_END);
        long messages = done.getAsLong() - first;
        double seconds = (System.nanoTime() - from) / 1e9;
        double cpu = process.cpu().minus(cpuBefore).toNanos() / 1e6;
        return new Measure(cpu / messages * 10_000, messages / seconds);
    }

    /** Fast until the daemon prefetches, then so slow that what waits there would time out. */
    private void slowDown() {
        int messages = 12_500;
        String queue = filledQueue(messages);
        application.forget();
        application.worksForMillis(50);
        try (JavaProcess daemon = start(queue, Duration.ofSeconds(10))) {
            await("the fast part", () -> application.answered() > messages - 500);
            application.worksForMillis(3_000);
            await("the slow part", () -> application.distinct() == messages && left(queue) == 0);
            Bench.say(
                    "         slow-down with a backlog of 30 s and a visibility timeout of 10 s: %d duplicates of %d"
                            + "   %s",
                    application.duplicates(),
                    messages,
                    Bench.BOUNDS.most("duplicates of a slow application", application.duplicates(), 0, ""));
        }
    }

    /** While it prefetches and gathers deletions. */
    private void terminated() {
        String queue = filledQueue(END_OF);
        Duration exit;
        try (JavaProcess daemon = busyDaemon(queue)) {
            exit = daemon.terminate();
        }
        finish(queue);
        Bench.say(
                "         SIGTERM after %d of %d: ended in %s, %d duplicates, %d lost   %s, %s, %s",
                END_AFTER,
                END_OF,
                Bench.seconds(exit),
                application.duplicates(),
                END_OF - application.distinct(),
                Bench.BOUNDS.most("the end by SIGTERM", exit.toNanos() / 1e9, 600, "s"),
                Bench.BOUNDS.most("duplicates by SIGTERM", application.duplicates(), 0, ""),
                Bench.BOUNDS.most("lost by SIGTERM", END_OF - application.distinct(), 0, ""));
    }

    private void killed() {
        String queue = filledQueue(END_OF);
        busyDaemon(queue).close();
        finish(queue);
        Bench.say(
                "         kill -9 after %d of %d: %d lost, %d posted again   %s",
                END_AFTER,
                END_OF,
                END_OF - application.distinct(),
                application.duplicates(),
                Bench.BOUNDS.most("lost by kill -9", END_OF - application.distinct(), 0, "lost"));
    }

    private JavaProcess busyDaemon(String queue) {
        application.forget();
        application.worksForMillis(50);
        JavaProcess daemon = start(queue, Duration.ofSeconds(10));
        await("most messages", () -> application.answered() > END_AFTER);
        return daemon;
    }

    /** Another daemon does what the first one left. */
    private void finish(String queue) {
        try (JavaProcess daemon = start(queue, Duration.ofSeconds(10))) {
            await("the rest", () -> application.distinct() == END_OF && left(queue) == 0);
            daemon.terminate();
        }
    }

    private JavaProcess start(String queue, Duration visibility) {
        return new JavaProcess(
                classPath,
                HEAP,
                line -> {},
                DAEMON,
                "--queue",
                queue,
                "--endpoint",
                endpoint.toString(),
                "--target",
                application.uri().toString(),
                "--connections",
                String.valueOf(CONNECTIONS),
                "--visibility-timeout",
                String.valueOf(visibility.toSeconds()));
    }

    private int left(String queue) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private String filledQueue(int messages) {
        String queue = sqs.createQueue(request -> request.queueName("bench-" + UUID.randomUUID()))
                .queueUrl();
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, 10)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(String.valueOf(i))
                        .messageBody(BODY)
                        .build())
                .toList();
        IntStream.range(0, messages / 10)
                .forEach(i ->
                        sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(entries)));
        return queue;
    }

    private static void await(String what, BooleanSupplier isReached) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!isReached.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new EndToEndException("Waited " + LONG.toMinutes() + " minutes for " + what + ".");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
