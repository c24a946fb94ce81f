package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.cli.shell.JsonShape;
import io.beanpole.deploy.cli.shell.Output;
import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.scaling.LaneFigures;
import io.beanpole.deploy.scaling.LiveDesign;
import io.beanpole.deploy.scaling.advice.Advice;
import io.beanpole.deploy.scaling.advice.Advice.ContenderFigures;
import io.beanpole.deploy.scaling.advice.Advice.NumberReason;
import io.beanpole.deploy.scaling.advice.Advice.TargetFigures;
import io.beanpole.deploy.scaling.advice.Rescaling;
import io.beanpole.deploy.scaling.advice.Tournament;
import io.beanpole.deploy.scaling.file.OptionFileDesign;
import io.beanpole.deploy.scaling.file.ProposalFile;
import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.Contenders;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.advice.Proposal;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.ReactiveFloor;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scaling advise}: proposes alarms and policies, and shows what they gain. */
@Command(
        name = "advise",
        description = {
            "Propose alarms and policies for a wait that is allowed, with a reason for each number.",
            "The proposal is simulated beside the present design, the classic ones and a controller; nothing is changed."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./beanpole scaling advise --oldest 2m --service 30s --slots 2 --boot 150s --trace burst --trace diurnal",
            "  ./beanpole scaling advise standard --trace diurnal --peak 40 --max 30 --json",
            "  ./beanpole scaling advise --max 6 --trace sawtooth --peak 6 --write 41-advised.config --overwrite"
        })
@JsonShape(Advice.class)
final class ScalingAdviseCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private StageChoice stage = new StageChoice();

    @Mixin
    private Output output = new Output();

    @Mixin
    private TargetChoice target = new TargetChoice();

    @Mixin
    private TraceChoice traces = new TraceChoice();

    @Parameters(
            paramLabel = "ENV",
            arity = "0..1",
            description = "Environment whose times, bounds and present design count (default: none).")
    private @Nullable String name;

    @Option(names = "--peak", description = "Tasks in the busiest minute (default: as the trace has them).")
    private @Nullable Double peak;

    @Option(names = "--cost", description = "Price of an instance-hour, to see what a day costs.")
    private double price;

    @Option(names = "--current", paramLabel = "FILE", description = "Option file to compare with.")
    private @Nullable String current;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the proposal as a file for .ebextensions.")
    private @Nullable String file;

    @Option(names = "--overwrite", description = "Replace the file if it is there.")
    private boolean overwrite;

    ScalingAdviseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        advise();
        return 0;
    }

    private void advise() {
        List<Trace> load = load();
        List<String> remarks = new ArrayList<>();
        Optional<ScalingDesign> present = present();
        LaneTarget lane = target.target(figures(), present, busiest(load), remarks);
        Proposal proposal = Advisor.propose(lane);
        if (file != null) {
            write(file, ProposalFile.of(proposal));
        }
        List<Contender> contenders = new ArrayList<>();
        present.ifPresent(design -> contenders.add(Contender.of(design)));
        contenders.addAll(new Contenders(lane).all());
        contenders.add(ReactiveFloor.between(lane.minimum(), lane.maximum()));
        Tournament tournament = new Tournament(load, workload(lane), price);
        List<ContenderFigures> figures = new ArrayList<>();
        for (Contender contender : contenders) {
            shell.progress().say("Simulates " + contender.name() + " ...");
            figures.add(tournament.run(contender));
        }
        Advice advice = new Advice(figures(lane), numbers(proposal), figures, remarks);
        output.print(shell, advice, () -> new AdviceReport(advice).lines());
    }

    private List<Trace> load() {
        List<Trace> chosen = traces.traces(shell, stage);
        Double most = peak;
        return most == null
                ? chosen
                : chosen.stream().map(each -> Rescaling.to(most, each)).toList();
    }

    private static double busiest(List<Trace> load) {
        return load.stream().mapToDouble(Rescaling::peakPerMinute).max().orElse(0);
    }

    private Optional<LaneFigures> figures() {
        if (name == null) {
            return Optional.empty();
        }
        String environment = stage.environmentName(shell, name);
        return Optional.of(LaneFigures.of(stage.access(shell), environment, traces.since()));
    }

    /** What there is now: the file that was named, else the environment's own design. */
    private Optional<ScalingDesign> present() {
        if (current != null) {
            return Optional.of(OptionFileDesign.of(CheckoutFile.toRead(shell, current)));
        }
        return Optional.ofNullable(name)
                .map(each -> LiveDesign.of(stage.access(shell), stage.environmentName(shell, each)));
    }

    private void write(String to, String text) {
        Path path = CheckoutFile.toWrite(shell, to);
        if (Files.exists(path) && !overwrite) {
            throw new DeployException(to + " is there already; nothing was written.", "Say --overwrite.");
        }
        try {
            Files.writeString(path, text);
            shell.progress().say("Wrote " + to + ".");
        } catch (IOException e) {
            throw new DeployException("Could not write " + to + ": " + e + ".", e);
        }
    }

    private static Workload workload(LaneTarget lane) {
        Workload bench = Workload.BENCH;
        return new Workload(
                lane.meanService(),
                bench.serviceSpread(),
                lane.slotsPerInstance(),
                lane.boot(),
                bench.metricInterval(),
                bench.metricDelay(),
                lane.oldest(),
                bench.visibilityTimeout(),
                bench.spot(),
                bench.queueSleeps(),
                bench.protection(),
                bench.seed());
    }

    private static List<NumberReason> numbers(Proposal proposal) {
        return proposal.reasons().stream()
                .map(each -> new NumberReason(each.part(), each.what(), each.value(), each.why()))
                .toList();
    }

    private static TargetFigures figures(LaneTarget lane) {
        return new TargetFigures(
                lane.oldest(),
                lane.meanService(),
                lane.slotsPerInstance(),
                lane.boot(),
                lane.minimum(),
                lane.maximum());
    }
}
