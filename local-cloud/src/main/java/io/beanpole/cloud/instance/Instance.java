package io.beanpole.cloud.instance;

import io.beanpole.cloud.FreePort;
import io.beanpole.cloud.imds.MetadataService;
import io.beanpole.cloud.traffic.StatusCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One instance: an id, a loopback port that stands for its host port 80, its metadata service and its containers, which
 * are watched and started again when they die.
 */
public final class Instance implements AutoCloseable {
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final Duration MEASURE = Duration.ofSeconds(5);

    private final String id;
    private final Path directory;
    private final ContainerRuntime runtime;
    private final MetadataService metadata;
    private final Consumer<Instance> whenStateChanges;
    private final int port = FreePort.next();
    private final Instant launchedAt = Instant.now();
    private final ReentrantLock lock = new ReentrantLock();
    private final CpuMeter meter = new CpuMeter();
    private final ScheduledExecutorService watcher;

    private List<RunningContainer> containers = List.of();
    private HealthCheck check = new HealthCheck(Optional.empty(), StatusCodes.OK, Duration.ofSeconds(1));
    private volatile InstanceState state = InstanceState.PENDING;
    private volatile String cause = "";
    private volatile int deaths;
    private volatile Optional<ContainerDeath> lastDeath = Optional.empty();
    private volatile Consumer<ContainerDeath> whenContainersDie = death -> {};
    private volatile Optional<CpuShare> cpu = Optional.empty();
    private long nextMeasure = System.nanoTime();

    /**
     * @param directory the instance's own; logs are kept in {@code logs/<container>.log} below it
     * @param whenStateChanges called on the instance's thread
     */
    public Instance(
            String id,
            Path directory,
            ContainerRuntime runtime,
            MetadataService metadata,
            Consumer<Instance> whenStateChanges) {
        this.id = id;
        this.directory = directory;
        this.runtime = runtime;
        this.metadata = metadata;
        this.whenStateChanges = whenStateChanges;
        this.watcher = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watch-" + id);
            thread.setDaemon(true);
            return thread;
        });
        watcher.scheduleWithFixedDelay(this::watch, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    public String id() {
        return id;
    }

    public int port() {
        return port;
    }

    public Instant launchedAt() {
        return launchedAt;
    }

    public InstanceState state() {
        return state;
    }

    /** Why it isn't OK, or an empty text. */
    public String cause() {
        return cause;
    }

    /** How often a container of the present plan has died. */
    public int deaths() {
        return deaths;
    }

    /** How a container of the present plan died last. */
    public Optional<ContainerDeath> lastDeath() {
        return lastDeath;
    }

    /** Whom to tell of every death, on the instance's thread. */
    public void tellDeaths(Consumer<ContainerDeath> listener) {
        whenContainersDie = listener;
    }

    /** What its processes used within the last seconds; empty before the second look at them. */
    public Optional<CpuShare> cpu() {
        return cpu;
    }

    /** What every process of the instance finds in its environment. */
    public Map<String, String> variables() {
        return Map.of(
                "PORT",
                String.valueOf(port),
                "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                metadata.endpoint().toString());
    }

    /** Its own directory. */
    public Path directory() {
        return directory;
    }

    /** Where the logs are. */
    public Path logs() {
        return directory.resolve("logs");
    }

    /** The processes of the present containers, by container name. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        lock.lock();
        try {
            containers.forEach(container -> container.pid().ifPresent(pid -> pids.put(container.name(), pid)));
        } finally {
            lock.unlock();
        }
        return pids;
    }

    /** Ends the present containers and starts those of the plan; the images must have been pulled. */
    public void run(InstancePlan plan, Duration grace) {
        lock.lock();
        try {
            stopContainers(grace);
            become(InstanceState.PENDING, "starting");
            deaths = 0;
            lastDeath = Optional.empty();
            check = plan.healthCheck();
            Files.createDirectories(logs());
            List<RunningContainer> started = new ArrayList<>();
            containers = started;
            for (ContainerDefinition definition : plan.containers()) {
                RunningContainer container = new RunningContainer(runtime, spec(definition, plan), this::died);
                started.add(container);
                container.start(Instant.now());
            }
        } catch (IOException e) {
            throw new InstanceException("Preparing the directory of " + id + " failed: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends everything; it can't be run again. */
    public void stop(Duration grace) {
        watcher.shutdownNow();
        lock.lock();
        try {
            stopContainers(grace);
            become(InstanceState.STOPPED, "stopped");
        } finally {
            lock.unlock();
        }
        metadata.close();
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(5));
    }

    private ContainerSpec spec(ContainerDefinition definition, InstancePlan plan) {
        Map<String, String> environment = new LinkedHashMap<>(definition.environment());
        environment.putAll(plan.environment());
        environment.putAll(variables());
        if (!definition.servesPort80()) {
            environment.put("PORT", String.valueOf(FreePort.next()));
        }
        RotatingLog log = new RotatingLog(logs().resolve(definition.name() + ".log"), RotatingLog.LARGEST);
        return new ContainerSpec(id, definition, Map.copyOf(environment), directory, log);
    }

    private void stopContainers(Duration grace) {
        List<Thread> stopping = containers.stream()
                .map(container -> new Thread(() -> container.stop(grace), "stop-" + id + "-" + container.name()))
                .toList();
        stopping.forEach(Thread::start);
        for (Thread thread : stopping) {
            try {
                thread.join(grace.plusSeconds(10).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        containers = List.of();
    }

    private void watch() {
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (!containers.isEmpty()) {
                look(Instant.now());
                measure(System.nanoTime());
            }
        } catch (RuntimeException e) {
            become(InstanceState.FAILING, String.valueOf(e.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    private void look(Instant now) {
        boolean allAlive = true;
        for (RunningContainer container : containers) {
            boolean alive = container.isAlive(now);
            allAlive &= alive || !container.isEssential();
        }
        deaths = containers.stream().mapToInt(RunningContainer::deaths).sum();
        Optional<String> failure =
                allAlive ? check.failure(port) : Optional.of("a container has ended and is being started again");
        boolean starting = state == InstanceState.PENDING && deaths == 0;
        if (failure.isEmpty()) {
            become(InstanceState.OK, "");
        } else {
            become(starting ? InstanceState.PENDING : InstanceState.FAILING, failure.get());
        }
    }

    private void died(ContainerDeath death) {
        lastDeath = Optional.of(death);
        whenContainersDie.accept(death);
    }

    private void measure(long now) {
        if (now - nextMeasure >= 0) {
            cpu = meter.look(pids().values(), now);
            nextMeasure = now + MEASURE.toNanos();
        }
    }

    private void become(InstanceState next, String why) {
        boolean changed = state != next;
        cause = why;
        state = next;
        if (changed) {
            whenStateChanges.accept(this);
        }
    }
}
