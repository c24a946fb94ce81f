package io.beanpole.scaling.simulation;

/** The moments at which a trace's tasks come, one after the other. */
final class Arrivals {
    private final Trace trace;
    private final long start;
    private final long step;
    private int index;
    private int inStep;
    private long next;

    Arrivals(Trace trace) {
        this.trace = trace;
        this.start = trace.start().toEpochMilli();
        this.step = trace.step().toMillis();
        find();
    }

    /** When the next one comes; never, after the last. */
    long next() {
        return next;
    }

    void pass() {
        inStep++;
        find();
    }

    /** Each in the middle of its share of the step. */
    private void find() {
        while (index < trace.size() && inStep == trace.arrivals(index)) {
            index++;
            inStep = 0;
        }
        next = index == trace.size()
                ? Long.MAX_VALUE
                : start + index * step + (2L * inStep + 1) * step / (2L * trace.arrivals(index));
    }
}
