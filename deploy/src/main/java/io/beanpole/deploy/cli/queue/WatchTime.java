package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.deadletter.QuickFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the fate of what was sent back is waited for, and what to tell of it.
 *
 * @param time that is waited at the most
 * @param message what that means for failures, in a sentence
 */
record WatchTime(Duration time, String message) {
    /**
     * The time to wait.
     *
     * @param chosen by the person; empty for what quick failures need, a minute to half an hour
     * @param failure tells how long a message lives whose every try fails at once
     */
    static WatchTime of(Optional<Duration> chosen, QuickFailure failure) {
        var life = failure.life();
        var time = chosen.orElse(failure.watch());
        var fails = "a message whose tries all fail at once is a dead letter again after " + Times.words(life);
        return new WatchTime(
                time,
                time.compareTo(life) < 0
                        ? "Waiting for up to " + Times.words(time) + " only, but " + fails + ": what fails later is not"
                                + " seen and can't stop the run. Give --watch a longer time."
                        : "Waiting for up to " + Times.words(time) + " to see what fails again: " + fails + ".");
    }
}
