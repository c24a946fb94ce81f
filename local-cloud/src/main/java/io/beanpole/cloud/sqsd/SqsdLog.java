package io.beanpole.cloud.sqsd;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The daemon's log in its own format: {@code <ISO time> <category>: <msgid> (<receive count>) <status or error> -
 * <seconds>} [M].
 */
public final class SqsdLog implements SqsdListener {
    private final Consumer<String> lines;
    private final Clock clock;

    public SqsdLog(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void message(MessageEvent event) {
        lines.accept(String.format(
                Locale.ROOT,
                "%s %s: %s (%d) %s - %.3f [%s]",
                event.at().truncatedTo(ChronoUnit.SECONDS),
                event.rule().category(),
                event.messageId(),
                event.receiveCount(),
                event.outcome(),
                event.took().toNanos() / 1e9,
                event.rule()));
    }

    /** The line of the rule that follows says it. */
    @Override
    public void posted(int status, Duration took) {}

    @Override
    public void daemon(String category, String text) {
        lines.accept(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + category + ": " + text);
    }
}
