package io.beanpole.deploy.release;

import io.beanpole.deploy.Progress;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A deployment as lines for the person who waits, each led by the time since its beginning. */
public final class ProgressLines implements DeploymentListener {
    private final Progress progress;
    private final Clock clock;
    private final Instant start;
    private @Nullable String phase;
    private Instant since;

    /** Lines of a deployment that begins now. */
    public ProgressLines(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
        start = clock.instant();
        since = start;
    }

    @Override
    public void phase(String name) {
        var now = clock.instant();
        say("- " + name + (phase == null ? "" : " (" + phase + " took " + seconds(Duration.between(since, now)) + ")"));
        phase = name;
        since = now;
    }

    @Override
    public void event(EnvironmentEvent event) {
        say(event.severity() + " " + event.message());
    }

    @Override
    public void instances(int updated, int all, List<String> waitingFor) {
        say(updated + " of " + all + " instances run the version");
    }

    @Override
    public void note(String sentence) {
        say(sentence);
    }

    private void say(String line) {
        var elapsed = Duration.between(start, clock.instant());
        progress.say(String.format(Locale.ROOT, "[%d:%02d] %s", elapsed.toMinutes(), elapsed.toSecondsPart(), line));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
