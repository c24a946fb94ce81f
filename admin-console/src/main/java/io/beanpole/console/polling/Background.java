package io.beanpole.console.polling;

import io.beanpole.console.notice.Notices;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Does once, off the window's thread, what a person asked for; and says on the window's thread how it went. */
public final class Background {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());
    /**
     * Made when they are needed and ended soon after. Following deployments and sending letters back take a thread each
     * for as long as they last; what a person asks for meanwhile, giving up above all, must find one.
     */
    private static final int THREADS = 64;

    private final Executor work;
    private final Executor window;
    private final Notices notices;
    private final ObservableList<Work> current;
    private final ObservableList<Work> seen;
    /** Of this view of the threads alone, where {@link #current} has those of all. */
    private final Set<Work> own = ConcurrentHashMap.newKeySet();

    /** In a test both executors are {@code Runnable::run}, and all is done when the call returns. */
    public Background(Executor work, Executor window, Notices notices) {
        this(work, window, notices, FXCollections.observableArrayList());
    }

    private Background(Executor work, Executor window, Notices notices, ObservableList<Work> current) {
        this.work = work;
        this.window = window;
        this.notices = notices;
        this.current = current;
        seen = FXCollections.unmodifiableObservableList(current);
    }

    /** The same threads and the same list of what is under way, with problems told to others. */
    public Background telling(Notices others) {
        return new Background(work, window, others, current);
    }

    /** A few daemon threads; whoever makes them shuts them down. */
    public static ExecutorService threads() {
        var threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DaemonThreads("background"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What is under way or waits for a thread, the oldest first. Belongs to the window's thread. */
    public ObservableList<Work> current() {
        return seen;
    }

    /** What was begun by way of this object and has not ended. */
    public List<Work> own() {
        return List.copyOf(own);
    }

    /** Does the work and hands over its result; a failure becomes a problem in the banner. */
    public <T> Work run(String name, Supplier<T> task, Consumer<T> done) {
        return run(name, task, done, failure -> {});
    }

    /**
     * Does the work and hands over its result, or what was thrown, on the window's thread.
     *
     * @param name what is tried, as the banner shall say it: "Sending a test task"
     * @param failed called after the problem went to the banner
     */
    public <T> Work run(String name, Supplier<T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
        return runReporting(name, progress -> task.get(), done, failed);
    }

    /**
     * The same for work that says how far it is.
     *
     * @param task is given what takes its progress, from 0 to 1, on any thread
     */
    public <T> Work runReporting(
            String name, Function<DoubleConsumer, T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
        var piece = new Work(name);
        DoubleConsumer progress = share -> window.execute(() -> piece.advance(share));
        var running = new Running(
                () -> attempt(piece, () -> task.apply(progress), done, failed),
                () -> told(piece, new CancellationException(Words.of("frame.work.not-begun", name)), failed),
                () -> over(piece));
        piece.begun(running);
        own.add(piece);
        window.execute(() -> current.add(piece));
        try {
            work.execute(running);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "{0}: not begun, the console is closing", name);
            piece.cancel();
        }
        return piece;
    }

    /**
     * Gives up all that was begun by way of this object, and says when it has ended: work that is given up may have to
     * put things right first, as letters that were received are given back.
     *
     * @param most how long to wait for that; what goes on after it is left to itself
     */
    public CompletableFuture<Void> end(Duration most) {
        var pieces = List.copyOf(own);
        pieces.forEach(Work::cancel);
        return CompletableFuture.allOf(pieces.stream().map(Work::ended).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void over(Work piece) {
        own.remove(piece);
        window.execute(() -> current.remove(piece));
        piece.hasEnded();
    }

    /** Does this on the window's thread; for progress that is told from within the work. */
    public void onWindow(Runnable update) {
        window.execute(update);
    }

    private <T> void attempt(Work piece, Supplier<T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
        var name = piece.name();
        try {
            var result = task.get();
            window.execute(() -> {
                notices.recovered(name);
                done.accept(result);
            });
        } catch (RuntimeException e) {
            if (!(e instanceof DeployException)) {
                LOG.log(Level.WARNING, name + " failed", e);
            }
            told(piece, e, failed);
        } catch (Error e) {
            LOG.log(Level.WARNING, name + " failed", e);
            told(piece, inWords(e), failed);
        }
    }

    /** What a person gave up is no problem. */
    private void told(Work piece, RuntimeException e, Consumer<RuntimeException> failed) {
        window.execute(() -> {
            if (piece.isCancelled()) {
                notices.tell(Words.of("frame.work.given-up", piece.name()));
            } else {
                notices.problem(piece.name(), e);
            }
            failed.accept(e);
        });
    }

    /** An Error ends a thread in silence; a person who waits for the work is to hear of it all the same. */
    static RuntimeException inWords(Error e) {
        return new IllegalStateException(
                Words.of(e instanceof LinkageError ? "frame.problem.incomplete" : "frame.problem.exhausted", e), e);
    }

    /** A task that also says when it was cancelled before it began, and when it is over in either way. */
    private static final class Running extends FutureTask<@Nullable Void> {
        private final AtomicBoolean claimed;
        private final Runnable neverBegun;
        private final Runnable over;

        Running(Runnable task, Runnable neverBegun, Runnable over) {
            this(new AtomicBoolean(), task, neverBegun, over);
        }

        private Running(AtomicBoolean claimed, Runnable task, Runnable neverBegun, Runnable over) {
            super(() -> doIt(claimed, task, over), null);
            this.claimed = claimed;
            this.neverBegun = neverBegun;
            this.over = over;
        }

        private static void doIt(AtomicBoolean claimed, Runnable task, Runnable over) {
            if (claimed.compareAndSet(false, true)) {
                try {
                    task.run();
                } finally {
                    over.run();
                }
            }
        }

        @Override
        protected void done() {
            if (claimed.compareAndSet(false, true)) {
                neverBegun.run();
                over.run();
            }
        }
    }
}
