package io.beanpole.cloud.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A container that is started again when it dies, later each time. */
final class RunningContainer {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);

    private final ContainerRuntime runtime;
    private final ContainerSpec spec;
    private @Nullable Container container;
    private Instant started = Instant.EPOCH;
    private Instant restartAt = Instant.EPOCH;
    private Duration pause = FIRST_PAUSE;
    private int deaths;
    private final Consumer<ContainerDeath> whenItDies;

    RunningContainer(ContainerRuntime runtime, ContainerSpec spec, Consumer<ContainerDeath> whenItDies) {
        this.runtime = runtime;
        this.spec = spec;
        this.whenItDies = whenItDies;
    }

    void start(Instant now) {
        started = now;
        container = runtime.start(spec);
    }

    /** Notices a death and, when its pause is over, starts the container again. */
    boolean isAlive(Instant now) {
        Container running = container;
        if (running != null) {
            running.enforceLimits();
        }
        if (running != null && running.isAlive()) {
            return true;
        }
        if (running != null) {
            died(running, now);
        }
        if (!now.isBefore(restartAt)) {
            start(now);
        }
        return false;
    }

    int deaths() {
        return deaths;
    }

    String name() {
        return spec.definition().name();
    }

    boolean isEssential() {
        return spec.definition().essential();
    }

    OptionalLong pid() {
        Container running = container;
        return running == null ? OptionalLong.empty() : running.pid();
    }

    void stop(Duration grace) {
        Container running = container;
        if (running != null) {
            running.stop(grace);
        }
        container = null;
        spec.log().close();
    }

    private void died(Container dead, Instant now) {
        deaths++;
        if (Duration.between(started, now).compareTo(LONG_LIFE) > 0) {
            pause = FIRST_PAUSE;
        }
        ContainerDeath death = new ContainerDeath(name(), dead.exitCode(), dead.ranOutOfMemory(), deaths, now);
        spec.log()
                .line("[container " + name() + " ended with " + death.exitCode()
                        + (death.outOfMemory()
                                ? ", because it used more than its "
                                        + spec.definition().memoryMiB() + " MiB"
                                : "")
                        + "; starts again in " + pause.toSeconds() + " s]");
        whenItDies.accept(death);
        dead.stop(Duration.ofSeconds(1));
        container = null;
        restartAt = now.plus(pause);
        Duration next = pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
