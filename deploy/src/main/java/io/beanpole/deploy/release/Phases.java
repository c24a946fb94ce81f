package io.beanpole.deploy.release;

import io.beanpole.deploy.release.DeploymentRecord.Phase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps of one deployment and how long each took; the next one's begin is the end of the last. */
public final class Phases {
    /** The phase from the moment on at which the environment was asked. */
    public static final String INSTANCES = "instances";

    /** The phase in which the settings follow the version. */
    static final String SETTINGS = "settings";

    private final Clock clock;
    private final Consumer<String> listener;
    private final Instant start;
    private final List<Phase> done = new ArrayList<>();
    private @Nullable String present;
    private Instant since;

    /** Starts the clock. */
    public Phases(Clock clock, Consumer<String> listener) {
        this(clock, clock.instant(), listener);
    }

    private Phases(Clock clock, Instant start, Consumer<String> listener) {
        this.clock = clock;
        this.listener = listener;
        this.start = start;
        since = start;
    }

    /** The stopwatch of a deployment that somebody else began, in its last phase. */
    static Phases resumed(Clock clock, DeploymentRecord begun, Consumer<String> listener) {
        var phases = new Phases(clock, begun.startedAt(), listener);
        phases.done.addAll(begun.phases());
        phases.since = begun.phases().stream()
                .map(Phase::took)
                .reduce(begun.startedAt(), Instant::plus, (one, other) -> other);
        phases.present = INSTANCES;
        return phases;
    }

    /** Ends the present phase and begins another. */
    public void begin(String name) {
        end();
        present = name;
        listener.accept(name);
    }

    /** Ends the present phase. */
    void end() {
        var now = clock.instant();
        if (present != null) {
            done.add(new Phase(present, Duration.between(since, now)));
            present = null;
        }
        since = now;
    }

    Instant start() {
        return start;
    }

    Duration took() {
        return Duration.between(start, clock.instant());
    }

    List<Phase> done() {
        return List.copyOf(done);
    }
}
