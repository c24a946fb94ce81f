package io.beanpole.cloud.sqsd;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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

    /** No line for a POST that begins: the one of its end says how long it took. */
    @Override
    public void message(MessageEvent event) {
        if (event.rule() == MessageRule.POSTED) {
            return;
        }
        // Not String.format, which would cost a tenth of the whole daemon.
        lines.accept(new StringBuilder(160)
                .append(event.at().truncatedTo(ChronoUnit.SECONDS))
                .append(' ')
                .append(event.rule().category())
                .append(": ")
                .append(event.messageId())
                .append(" (")
                .append(event.receiveCount())
                .append(") ")
                .append(event.outcome())
                .append(" - ")
                .append(seconds(event.took()))
                .append(" [")
                .append(event.rule())
                .append(']')
                .toString());
    }

    /** With three decimals. */
    private static String seconds(Duration duration) {
        long millis = (duration.toNanos() + 500_000) / 1_000_000;
        String fraction = String.valueOf(1_000 + millis % 1_000);
        return millis / 1_000 + "." + fraction.substring(1);
    }

    /** The line of the rule that follows says it. */
    @Override
    public void posted(int status, Duration took) {}

    @Override
    public void daemon(String category, String text) {
        lines.accept(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + category + ": " + text);
    }
}
