package io.beanpole.worker.ffmpeg;

/** Hears how far a run is. */
@FunctionalInterface
public interface Progress {
    /** Takes the percent done, 0 to 100. */
    void percent(int done);

    /** The part of this progress that one of several equal steps makes. */
    default Progress step(int number, int of) {
        return done -> percent((number * 100 + done) / of);
    }
}
