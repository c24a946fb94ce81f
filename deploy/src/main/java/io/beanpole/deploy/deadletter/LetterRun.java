package io.beanpole.deploy.deadletter;

import io.beanpole.deploy.Progress;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run over dead letters, as whoever began it sees it: they hear how far it is, and may end it early. */
public final class LetterRun {
    private final Progress progress;
    private final Consumer<RedriveOutcome> figures;
    private boolean isEnding;
    private volatile Set<String> deleted = Set.of();
    private volatile int tried;
    private @Nullable Runnable end;

    /**
     * A run that hasn't begun.
     *
     * @param progress hears sentences, on the thread that does the work
     * @param figures hears how far a redrive is, after each batch, on the thread that does the work
     */
    public LetterRun(Progress progress, Consumer<RedriveOutcome> figures) {
        this.progress = progress;
        this.figures = figures;
    }

    /** A run of which only the sentences are heard. */
    public static LetterRun saying(Progress progress) {
        return new LetterRun(progress, soFar -> {});
    }

    /** Asks it to end after the batch that is on its way; what is held is given back. May be called by any thread. */
    public void end() {
        Runnable known;
        synchronized (this) {
            isEnding = true;
            known = end;
        }
        if (known != null) {
            known.run();
        }
    }

    /** Whether it was asked to end. */
    public synchronized boolean isEnding() {
        return isEnding;
    }

    /** How to end it, once it began; done at once when that was asked before. */
    void endsBy(Runnable howTo) {
        boolean isAsked;
        synchronized (this) {
            end = howTo;
            isAsked = isEnding;
        }
        if (isAsked) {
            howTo.run();
        }
    }

    Progress progress() {
        return progress;
    }

    /** Tells how far a redrive is. */
    public void told(RedriveOutcome soFar) {
        figures.accept(soFar);
    }

    /** Tells which letters a purge deleted. */
    public void deleted(Set<String> ids) {
        deleted = Set.copyOf(ids);
    }

    /** The ids of the letters that a purge deleted, also when it broke off. May be asked by any thread. */
    public Set<String> deleted() {
        return deleted;
    }

    /** Tells how far into its file a restoration came. */
    public void tried(int letters) {
        tried = letters;
    }

    /**
     * How many letters of its file, from the first on, a restoration and those before it did, also when it broke off: what
     * the next one leaves out. May be asked by any thread.
     */
    public int tried() {
        return tried;
    }
}
