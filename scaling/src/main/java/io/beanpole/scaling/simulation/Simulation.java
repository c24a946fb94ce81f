package io.beanpole.scaling.simulation;

/**
 * Runs contenders in virtual time: a queue, a group of workers and what steers it, with the arithmetic that also the
 * local cloud runs. The same contender, trace and workload give the same result, whenever and wherever.
 */
public final class Simulation {
    private Simulation() {}

    /**
     * Runs one contender over a trace, until its last task is done.
     *
     * @throws io.beanpole.scaling.ScalingException where the design asks for what can't be worked out
     */
    public static SimulationResult run(Contender contender, Trace trace, Workload workload) {
        return run(contender, trace, workload, part -> {});
    }

    /**
     * Runs it, and tells how far it is while it runs.
     *
     * @param watch may throw to end the run
     */
    public static SimulationResult run(Contender contender, Trace trace, Workload workload, RunWatch watch) {
        return new SimulationRun(contender, trace, workload, watch).run();
    }
}
