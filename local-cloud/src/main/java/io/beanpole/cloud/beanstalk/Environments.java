package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.beanstalk.deployment.Halt;
import io.beanpole.cloud.beanstalk.health.EnvironmentHealth;
import io.beanpole.cloud.beanstalk.log.LogSamples;
import io.beanpole.cloud.beanstalk.request.Refusals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The environments that are alive, by id; brings them back when the local cloud starts again. */
final class Environments implements AutoCloseable {
    private static final int PORTS_TRIED = 100;
    private static final Duration SWAPPED_WITHIN = Duration.ofSeconds(30);

    private final Platform platform;
    private final Ledger ledger;
    private final EventLog events;
    private final LogSamples samples;
    private final Map<String, Environment> alive = new ConcurrentHashMap<>();

    Environments(Platform platform, Ledger ledger, EventLog events, LogSamples samples) {
        this.platform = platform;
        this.ledger = ledger;
        this.events = events;
        this.samples = samples;
    }

    /** Launches the instances of what was kept anew; what was being terminated is terminated to the end. */
    void resume() {
        for (EnvironmentRecord kept : ledger.environments()) {
            if (kept.status().equals("Terminating")) {
                add(kept.id());
                terminate(kept, "");
            } else if (!kept.isTerminated()) {
                add(kept.id()).resume();
            }
        }
    }

    /** Keeps the record and launches it. */
    EnvironmentRecord launch(EnvironmentRecord created, String requestId) {
        EnvironmentRecord placed = created.isWorker() ? created : created.withPort(portOfNext());
        ledger.put(placed);
        add(placed.id()).launch(placed.version(), requestId);
        return placed;
    }

    void terminate(EnvironmentRecord environment, String requestId) {
        byId(environment.id()).terminate(requestId, () -> alive.remove(environment.id()));
    }

    /**
     * Exchanges the addresses of two web environments that are Ready; requests under way end where they began, and none
     * is refused (evidence: [D][B], reference 3.9; the events' words [C]).
     */
    void swap(EnvironmentRecord source, EnvironmentRecord destination, String requestId) {
        Operations.requireReady(source);
        Operations.requireReady(destination);
        Environment one = byId(source.id());
        Environment other = byId(destination.id());
        Halt swapped = new Halt();
        Underway underway = new Underway("its CNAME was swapped", requestId);
        other.takePart(underway, course -> swapped.within(SWAPPED_WITHIN));
        try {
            one.takePart(underway, course -> {
                swap(one, other, course.events());
                swapped.call();
            });
        } catch (RuntimeException e) {
            swapped.call();
            throw e;
        }
    }

    private void swap(Environment one, Environment other, EventLog.OperationEvents events) {
        String names = "'" + one.record().name() + "' and '" + other.record().name() + "'";
        events.info("swapEnvironmentCNAMEs is starting.");
        events.info("Swapping CNAMEs for environments " + names + ".");
        WebFront.swap(one.fleet().front(), other.fleet().front());
        ledger.swapAddresses(one.record().id(), other.record().id());
        for (Environment each : List.of(one, other)) {
            EnvironmentRecord record = each.record();
            events.info("'127.0.0.1:" + record.port() + "' now points to environment '" + record.name() + "'.");
        }
        events.info("Completed swapping CNAMEs for environments " + names + ".");
    }

    /** Launches one that was terminated anew, with its version and option settings, under its old id [D]. */
    void rebuild(EnvironmentRecord terminated, String requestId) {
        EnvironmentRecord placed = terminated.withQueues("", "");
        launch(placed.isWorker() ? placed : placed.withPort(0), requestId);
    }

    Environment byId(String id) {
        Environment found = alive.get(id);
        if (found == null) {
            throw Refusals.invalid("Environment " + id + " is terminated.");
        }
        return found;
    }

    Optional<Environment> find(String id) {
        return Optional.ofNullable(alive.get(id));
    }

    List<Environment> alive() {
        return List.copyOf(alive.values());
    }

    /** Of all that are alive. */
    List<EnvironmentHealth> health() {
        return alive().stream().map(Environment::healthRules).toList();
    }

    /** By name or id; refuses when neither is given or nothing is found. */
    EnvironmentHealth health(@Nullable String name, @Nullable String id) {
        return byId(record(name, id).id()).healthRules();
    }

    /** By name or id; refuses when neither is given or nothing is found. */
    EnvironmentRecord record(@Nullable String name, @Nullable String id) {
        if (name == null && id == null) {
            throw Refusals.combination("Either EnvironmentName or EnvironmentId must be specified.");
        }
        return existing()
                .filter(each -> name == null || each.name().equals(name))
                .filter(each -> id == null || each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusals.invalid(
                        "No Environment found for EnvironmentName = '" + (name == null ? id : name) + "'."));
    }

    Stream<EnvironmentRecord> existing() {
        return ledger.environments().stream().filter(each -> !each.isTerminated());
    }

    /** Ends every instance of every environment, all at the same time. */
    @Override
    public void close() {
        List<Thread> closing = new ArrayList<>();
        for (Environment environment : alive.values()) {
            Thread thread = new Thread(
                    environment::close, "close-" + environment.record().name());
            thread.start();
            closing.add(thread);
        }
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Environment add(String id) {
        Environment environment = new Environment(id, platform, ledger, events, samples);
        alive.put(id, environment);
        return environment;
    }

    /** The first web environment gets the port that was asked for, further ones the next free ones. */
    private synchronized int portOfNext() {
        int wanted = platform.webPort();
        List<Integer> taken = existing().map(EnvironmentRecord::port).toList();
        for (int port = wanted; wanted != 0 && port < wanted + PORTS_TRIED; port++) {
            if (!taken.contains(port) && isFree(port)) {
                return port;
            }
            if (port == wanted && !taken.contains(port)) {
                throw new CloudException("Port " + port + " is in use by another program, so the web environment cannot"
                        + " listen on it; choose another with --web-port.");
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
