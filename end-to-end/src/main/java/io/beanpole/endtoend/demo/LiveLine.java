package io.beanpole.endtoend.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says how it goes: in one line that changes on a terminal, in a line now and then elsewhere. */
final class LiveLine {
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(15);

    private final PrintStream out;
    private final boolean isTerminal;
    private int written;
    private Duration last = NOW_AND_THEN.negated();

    LiveLine(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    void show(Duration elapsed, Sample sample) {
        String line = String.format(
                Locale.ROOT,
                "%s  standard: %d waiting, %d in flight, %d of %d instances, %s  express: %d waiting",
                Report.clock(elapsed),
                sample.waiting(),
                sample.inFlight(),
                sample.inService(),
                sample.desired(),
                sample.alarms().isEmpty()
                        ? "no alarm;"
                        : "ALARM "
                                + String.join(
                                        ", ",
                                        sample.alarms().stream()
                                                .map(Report::logicalName)
                                                .toList()) + ";",
                sample.expressWaiting());
        if (isTerminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
            out.flush();
            written = line.length();
        } else if (elapsed.minus(last).compareTo(NOW_AND_THEN) >= 0) {
            out.println(line);
            last = elapsed;
        }
    }

    /** Leaves the line as it is and goes to the next. */
    void end() {
        if (isTerminal && written > 0) {
            out.println();
            written = 0;
        }
    }
}
