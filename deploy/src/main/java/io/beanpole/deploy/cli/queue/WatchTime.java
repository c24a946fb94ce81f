package io.beanpole.deploy.cli.queue;

import io.beanpole.deploy.cli.shell.Times;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long the fate of what was sent back is waited for, and what to tell of it.
 *
 * @param time that is waited at the most
 * @param message what that means for failures, in a sentence
 */
record WatchTime(Duration time, String message) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofMinutes(30);

    /** From one try's end to the next receive, and until the letter is counted again. */
    private static final Duration SLACK = Duration.ofSeconds(15);

    private static final Pattern MAX_RECEIVES = Pattern.compile("\"maxReceiveCount\"\\s*:\\s*\"?(\\d{1,4})");

    /** Where no redrive policy tells: the default of MaxRetries of aws:elasticbeanstalk:sqsd. */
    private static final String USUAL_RECEIVES = "10";

    /**
     * The time to wait.
     *
     * @param chosen by the person; empty for what quick failures need, a minute to half an hour
     * @param life of a message whose every try fails at once
     */
    static WatchTime of(Optional<Duration> chosen, Duration life) {
        var needed = life.plus(SLACK);
        var usual = needed.compareTo(LEAST) < 0 ? LEAST : needed.compareTo(MOST) > 0 ? MOST : needed;
        var time = chosen.orElse(usual);
        var fails = "a message whose tries all fail at once is a dead letter again after " + Times.words(life);
        return new WatchTime(
                time,
                time.compareTo(life) < 0
                        ? "Waiting for up to " + Times.words(time) + " only, but " + fails + ": what fails later is not"
                                + " seen and can't stop the run. Give --watch a longer time."
                        : "Waiting for up to " + Times.words(time) + " to see what fails again: " + fails + ".");
    }

    /**
     * How long a message lives whose every try is answered with an error at once; what hangs takes longer.
     *
     * @param queue attributes of the source queue, by SQS's names
     * @param sqsd options of aws:elasticbeanstalk:sqsd of the environment that drains it; empty where none is known.
     *     Without ErrorVisibilityTimeout a failure waits out VisibilityTimeout (reference 1.5 [M])
     */
    static Duration life(Map<String, String> queue, Map<String, String> sqsd) {
        var receives = MAX_RECEIVES.matcher(queue.getOrDefault("RedrivePolicy", ""));
        var count = Long.parseLong(receives.find() ? receives.group(1) : USUAL_RECEIVES);
        var again = seconds(sqsd, "ErrorVisibilityTimeout")
                .or(() -> seconds(sqsd, "VisibilityTimeout"))
                .or(() -> seconds(queue, "VisibilityTimeout"))
                .orElse(30L);
        // One that is visible again at once is still received, worked on and answered each time.
        return Duration.ofSeconds(count * Math.max(1, again));
    }

    private static Optional<Long> seconds(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::valueOf);
    }
}
