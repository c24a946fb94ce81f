package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.scaling.simulation.SimulatedRow;
import io.beanpole.deploy.scaling.simulation.SimulationChart;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.ReactiveFloor;
import io.beanpole.scaling.simulation.Simulation;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scaling simulate}: policies in virtual time. */
@Command(
        name = "simulate",
        description = "Try policies on traces in virtual time, by the arithmetic that the local cloud runs, and compare"
                + " waits, missed objectives and cost. The row 'floor' says what nobody can avoid who doesn't know the"
                + " future.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole scaling simulate",
            "  ./beanpole scaling simulate --policy .ebextensions/worker/40-scaling.config --policy proposed --max 60"
                    + " --trace step --trace burst",
            "  ./beanpole scaling simulate --policy env:standard --trace env:standard --since 1h --json",
            "  ./beanpole scaling simulate --policy proposed --policy controller --trace burst --chart"
                    + " .beanpole/burst.png"
        })
@JsonShape(value = SimulatedRow.class, isList = true)
final class ScalingSimulateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final PolicyChoice policies = new PolicyChoice();

    @Mixin
    private final TraceChoice traces = new TraceChoice();

    @Mixin
    private final WorkloadChoice workload = new WorkloadChoice();

    @Mixin
    private final StageChoice stage = new StageChoice();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Draw it: a file .png or .svg; with several traces each gets one with its name.")
    private @Nullable String chart;

    @Option(names = "--decisions", description = "Print too what changed the desired capacity, and why.")
    private boolean decisions;

    ScalingSimulateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Workload model = workload.workload();
        List<Contender> contenders = policies.contenders(shell, stage, model);
        List<SimulatedRow> rows = new ArrayList<>();
        for (Trace trace : traces.traces(shell, stage)) {
            List<SimulationResult> results = results(contenders, trace, model);
            results.forEach(each -> rows.add(SimulatedRow.of(each, decisions)));
            if (chart != null) {
                var file = new SimulationChart(trace.name(), model.slo(), results)
                        .write(CheckoutFile.toWrite(shell, chart), traces.areSeveral());
                shell.progress().say("Drawn: " + file);
            }
        }
        output.print(shell, rows, () -> new SimulationReport(rows, model).lines());
        return 0;
    }

    private List<SimulationResult> results(List<Contender> contenders, Trace trace, Workload model) {
        List<Contender> all = new ArrayList<>(contenders);
        int least = contenders.stream()
                .mapToInt(each -> each.design().minimum())
                .min()
                .orElse(1);
        all.add(ReactiveFloor.between(least, PolicyChoice.most(contenders)));
        List<SimulationResult> results = new ArrayList<>();
        for (Contender each : all) {
            shell.progress().say("Simulating " + each.name() + " on " + trace.name() + ", " + trace.total() + " tasks");
            results.add(Simulation.run(each, trace, model));
        }
        return results;
    }
}
