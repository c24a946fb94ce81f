package io.beanpole.worker.clip;

import io.beanpole.task.kind.TimeRange;
import io.beanpole.worker.PermanentTaskException;
import java.util.Locale;

/** Compares what was asked for with how long the clip is. */
final class ClipRanges {
    /** Players round; that much beyond the end is meant as the end. */
    private static final double ROUNDING = 0.1;

    private ClipRanges() {}

    /** Gives the range, ended at the end of the clip. */
    static TimeRange within(Clip clip, TimeRange range) {
        if (range.end() > clip.seconds() + ROUNDING || clip.seconds() - range.start() < TimeRange.SHORTEST) {
            throw new PermanentTaskException(String.format(
                    Locale.ROOT,
                    "The clip is %.2f s long, so the range from %.2f s to %.2f s reaches beyond its end.",
                    clip.seconds(),
                    range.start(),
                    range.end()));
        }
        return range.end() <= clip.seconds() ? range : new TimeRange(range.start(), clip.seconds());
    }

    /** Checks that the clip shows something at a time. */
    static void requireWithin(Clip clip, double at) {
        if (at >= clip.seconds()) {
            throw new PermanentTaskException(String.format(
                    Locale.ROOT, "The clip is %.2f s long, so it has no picture at %.2f s.", clip.seconds(), at));
        }
    }
}
