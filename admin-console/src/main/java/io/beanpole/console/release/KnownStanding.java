package io.beanpole.console.release;

import io.beanpole.console.polling.Poll;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How the chosen environment stands, read again and again; unknown from a change of the choice to the next answer. */
final class KnownStanding {
    /** What is deployed changes seldom but by us, and then we ask at once. */
    private static final int INTERVALS = 5;

    private final Workspace workspace;
    private final Consumer<Standing> told;
    private final Poll<Optional<Standing>> poll;
    private Optional<Standing> standing = Optional.empty();
    /** What the next question is about; it is asked on a thread of the poll. */
    private volatile String asked = "";

    /** @param told hears of each answer about the environment that is chosen then */
    KnownStanding(Workspace workspace, Consumer<Standing> told) {
        this.workspace = workspace;
        this.told = told;
        var interval = workspace.interval().multipliedBy(INTERVALS);
        poll = workspace.polling().poll(Words.of("deploy.reading"), interval, this::read, this::show);
    }

    void start() {
        poll.start();
    }

    void pause() {
        poll.pause();
    }

    /** Reads at once what may have changed. */
    void readNow() {
        poll.now();
    }

    /** Another environment is chosen, of which nothing is known yet; it is read with the next question. */
    void turnTo(String environmentName) {
        asked = environmentName;
        standing = Optional.empty();
    }

    /** As last read; empty while it isn't known. */
    Optional<Standing> get() {
        return standing;
    }

    /** How long each phase took the last time; empty while that isn't known. */
    Map<String, Duration> lastTimes() {
        return standing.map(Standing::lastTimes).orElse(Map.of());
    }

    private Optional<Standing> read() {
        var name = asked;
        return name.isEmpty() ? Optional.empty() : Optional.of(Standing.of(name, workspace.connection()));
    }

    private void show(Optional<Standing> answer) {
        answer.filter(newest -> newest.environmentName().equals(asked)).ifPresent(newest -> {
            standing = answer;
            told.accept(newest);
        });
    }
}
