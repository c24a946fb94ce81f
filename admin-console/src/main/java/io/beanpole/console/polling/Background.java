package io.beanpole.console.polling;

import io.beanpole.console.notice.Notices;
import io.beanpole.deploy.DeployException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does once, off the window's thread, what a person asked for; and says on the window's thread how it went. */
public final class Background {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());
    private static final int THREADS = 6;

    private final Executor work;
    private final Executor window;
    private final Notices notices;

    /** In a test both executors are {@code Runnable::run}, and all is done when the call returns. */
    public Background(Executor work, Executor window, Notices notices) {
        this.work = work;
        this.window = window;
        this.notices = notices;
    }

    /** A few daemon threads; whoever makes them shuts them down. */
    public static ExecutorService threads() {
        var threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DaemonThreads("background"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Does the work and hands over its result; a failure becomes a problem in the banner. */
    public <T> void run(String name, Supplier<T> task, Consumer<T> done) {
        run(name, task, done, failure -> {});
    }

    /**
     * Does the work and hands over its result, or what was thrown, on the window's thread.
     *
     * @param name what is tried, as the banner shall say it: "Sending a test task"
     * @param failed called after the problem went to the banner
     */
    public <T> void run(String name, Supplier<T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
        try {
            work.execute(() -> attempt(name, task, done, failed));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "{0}: not begun, the console is closing", name);
        }
    }

    /** Does this on the window's thread; for progress that is told from within the work. */
    public void onWindow(Runnable update) {
        window.execute(update);
    }

    private <T> void attempt(String name, Supplier<T> task, Consumer<T> done, Consumer<RuntimeException> failed) {
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
            told(name, e, failed);
        } catch (LinkageError e) {
            LOG.log(Level.WARNING, name + " failed", e);
            told(name, incomplete(e), failed);
        }
    }

    private void told(String name, RuntimeException e, Consumer<RuntimeException> failed) {
        window.execute(() -> {
            notices.problem(name, e);
            failed.accept(e);
        });
    }

    /** An Error ends a thread in silence; one that means a bad installation is for people to hear. */
    static RuntimeException incomplete(LinkageError e) {
        return new IllegalStateException("the console is not installed completely (" + e + "). Build it again.", e);
    }
}
