package io.beanpole.deploy.deadletter;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How soon a message that fails is a dead letter again.
 *
 * @param life of a message whose every try is answered with an error at once; what hangs takes longer
 */
public record QuickFailure(Duration life) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofMinutes(30);

    /** From one try's end to the next receive, and until the letter is counted again. */
    private static final Duration SLACK = Duration.ofSeconds(15);

    private static final Pattern MAX_RECEIVES = Pattern.compile("\"maxReceiveCount\"\\s*:\\s*\"?(\\d{1,4})");

    /** Where no redrive policy tells: the default of MaxRetries of aws:elasticbeanstalk:sqsd. */
    private static final String USUAL_RECEIVES = "10";

    /**
     * By the times in force.
     *
     * @param queue attributes of the source queue, by SQS's names
     * @param sqsd options of aws:elasticbeanstalk:sqsd of the environment that drains it; empty where none is known.
     *     Without ErrorVisibilityTimeout a failure waits out VisibilityTimeout (reference 1.5 [M])
     */
    public static QuickFailure of(Map<String, String> queue, Map<String, String> sqsd) {
        var receives = MAX_RECEIVES.matcher(queue.getOrDefault("RedrivePolicy", ""));
        var count = Long.parseLong(receives.find() ? receives.group(1) : USUAL_RECEIVES);
        var again = seconds(sqsd, "ErrorVisibilityTimeout")
                .or(() -> seconds(sqsd, "VisibilityTimeout"))
                .or(() -> seconds(queue, "VisibilityTimeout"))
                .orElse(30L);
        // One that is visible again at once is still received, worked on and answered each time.
        return new QuickFailure(Duration.ofSeconds(count * Math.max(1, again)));
    }

    /** How long the fate of what was sent back is usually waited for: until it failed again, a minute to half an hour. */
    public Duration watch() {
        var needed = life.plus(SLACK);
        return needed.compareTo(LEAST) < 0 ? LEAST : needed.compareTo(MOST) > 0 ? MOST : needed;
    }

    private static Optional<Long> seconds(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::valueOf);
    }
}
