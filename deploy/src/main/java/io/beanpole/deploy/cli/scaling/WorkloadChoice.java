package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.scaling.policy.PurchaseMix;
import io.beanpole.scaling.simulation.SpotModel;
import io.beanpole.scaling.simulation.Workload;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What workers are like, as far as somebody knows it; the rest is that of the project's bench. */
final class WorkloadChoice {
    private static final int PERCENT = 100;

    @Option(names = "--service", description = "How long a task takes on average (default ${DEFAULT-VALUE}).")
    private String service = "30s";

    @Option(
            names = "--spread",
            description = "Standard deviation of that over the average: 0 for tasks that all take the same time"
                    + " (default ${DEFAULT-VALUE}).")
    private double spread = Workload.BENCH.serviceSpread();

    @Option(
            names = "--slots",
            description = "Tasks that an instance works on at a time: sqsd's HttpConnections (default"
                    + " ${DEFAULT-VALUE}).")
    private int slots = Workload.BENCH.slotsPerInstance();

    @Option(
            names = "--boot",
            description =
                    "From the decision to the first message that a new instance takes (default" + " ${DEFAULT-VALUE}).")
    private String boot = "150s";

    @Option(names = "--slo", description = "How long a task may wait (default ${DEFAULT-VALUE}).")
    private String slo = "120s";

    @Option(
            names = "--visibility",
            description = "When the message of a killed task comes back (default ${DEFAULT-VALUE}).")
    private String visibility = "300s";

    @Option(
            names = "--metric-delay",
            description = "How old a point is when an alarm sees it (default ${DEFAULT-VALUE}).")
    private String delay = "60s";

    @Option(names = "--asleep", description = "Let the metrics of a queue that nobody calls sleep, as AWS does.")
    private boolean asleep;

    @Option(names = "--spot", description = "Percent of the instances above the base that are Spot.")
    private int spot;

    @Option(names = "--on-demand-base", description = "Instances that are never Spot (default ${DEFAULT-VALUE}).")
    private int base;

    @Option(
            names = "--interruptions",
            description = "How often an hour a Spot instance is taken away (default ${DEFAULT-VALUE}).")
    private double interruptions = 0.05;

    @Option(
            names = "--shortage",
            description = "Percent of the launches of Spot instances that fail (default ${DEFAULT-VALUE}).")
    private double shortage;

    @Option(names = "--seed", description = "Of everything random (default ${DEFAULT-VALUE}).")
    private long seed = Workload.BENCH.seed();

    /** The workload that is meant. */
    Workload workload() {
        SpotModel model = spot == 0
                ? SpotModel.NONE
                : new SpotModel(new PurchaseMix(base, PERCENT - spot), interruptions, shortage / PERCENT);
        return new Workload(
                stretch(service),
                spread,
                slots,
                stretch(boot),
                Workload.BENCH.metricInterval(),
                stretch(delay),
                stretch(slo),
                stretch(visibility),
                model,
                asleep,
                Workload.BENCH.protection(),
                seed);
    }

    private static Duration stretch(String text) {
        return Times.stretch(text);
    }
}
