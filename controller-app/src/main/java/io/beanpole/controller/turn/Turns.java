package io.beanpole.controller.turn;

import io.beanpole.controller.ControllerException;
import io.beanpole.controller.ControllerProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes turns: each looks at all lanes, as often as fits into it. Only one runs at a time. When the process ends, a turn is
 * told before the web server is, which otherwise waits for the request whose turn it is.
 */
public final class Turns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final List<Steering> lanes;
    private final Duration interval;
    private final Duration length;
    private final AtomicBoolean runs = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Turns(List<Steering> lanes, ControllerProperties properties) {
        this.lanes = List.copyOf(lanes);
        this.interval = properties.interval();
        this.length = properties.turn();
    }

    /**
     * One turn, in bounded time; nothing while another one runs.
     *
     * @return what was decided, a line for each look
     * @throws ControllerException when not one look succeeded, with the reason of the last
     */
    List<String> turn() {
        if (!runs.compareAndSet(false, true)) {
            return List.of("A turn is under way.");
        }
        try {
            return looks();
        } finally {
            runs.set(false);
        }
    }

    private List<String> looks() {
        long begin = System.nanoTime();
        List<String> lines = new ArrayList<>();
        String fault = "";
        for (int i = 0; ; i++) {
            for (Steering lane : lanes) {
                try {
                    lines.add(lane.look());
                } catch (ControllerException e) {
                    fault = e.getMessage();
                    LOG.warn("{}", fault);
                }
            }
            long next = begin + interval.multipliedBy(i + 1L).toNanos();
            if (next - begin > length.toNanos() || isStoppedBefore(next)) {
                break;
            }
        }
        if (lines.isEmpty()) {
            throw new ControllerException("No lane could be steered in this turn. " + fault);
        }
        return lines;
    }

    private boolean isStoppedBefore(long next) {
        try {
            return stopped.await(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void start() {
        // A turn begins when sqsd asks for one.
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
