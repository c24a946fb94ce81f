package io.beanpole.console.polling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/** Something that is being done off the window's thread because a person asked for it. */
public final class Work {
    private final String name;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);

    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    private volatile @Nullable Future<?> future;

    Work(String name) {
        this.name = name;
    }

    /** What is done, "Sending a test task to express". */
    public String name() {
        return name;
    }

    /** How much is done, from 0 to 1; negative while nobody says. Changes on the window's thread. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public boolean isDone() {
        var begun = future;
        return begun != null && begun.isDone();
    }

    /** Whether it was given up. */
    public boolean isCancelled() {
        var begun = future;
        return begun != null && begun.isCancelled();
    }

    /** Gives up: the thread that does it is interrupted; what AWS was asked for already goes on there. */
    public void cancel() {
        var begun = future;
        if (begun != null) {
            begun.cancel(true);
        }
    }

    /** Completes when the thread that did it is through with it, which may be later than it was given up. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    void hasEnded() {
        ended.complete(null);
    }

    void begun(Future<?> running) {
        future = running;
    }

    void advance(double share) {
        progress.set(Math.max(0, Math.min(1, share)));
    }
}
