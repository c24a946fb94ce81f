package io.beanpole.deploy.cli;

import io.beanpole.deploy.cli.shell.Columns;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.lane.EnvironmentLanes;
import io.beanpole.deploy.lane.LaneNames;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.scaling.AlarmSummary;
import io.beanpole.deploy.spec.StageSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code lanes}: what waits, what is in work, who works, and which alarms are up. */
@Command(
        name = "lanes",
        description = "Show the lanes of a stage, the most urgent first: what waits, what is in flight, who drains it.",
        mixinStandardHelpOptions = true)
final class LanesCommand implements Callable<Integer> {
    private final Beanpole beanpole;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--stage", description = "The stage to look at (default: the local one).")
    private @Nullable String stageName;

    LanesCommand(Beanpole beanpole) {
        this.beanpole = beanpole;
    }

    @Override
    public Integer call() {
        var checkout = beanpole.checkout();
        var spec = checkout.spec();
        StageSpec stage = stageName == null ? checkout.localStage(spec) : spec.stage(stageName);
        var access = checkout.access(stage).aws();
        try (var lanes = new EnvironmentLanes(access, LaneNames.of(spec, stage), Optional.empty())) {
            var all = lanes.all();
            if (json) {
                beanpole.print(
                        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
            } else {
                print(all);
            }
        }
        return 0;
    }

    private void print(List<LaneState> lanes) {
        if (lanes.isEmpty()) {
            beanpole.print("No worker environment is here, so there are no lanes.");
            return;
        }
        var table = new Columns("LANE", "WAITING", "IN FLIGHT", "OLDEST", "DEAD LETTERS", "INSTANCES", "ENVIRONMENT");
        for (var lane : lanes) {
            table.row(
                    lane.name(),
                    String.valueOf(lane.depth()),
                    String.valueOf(lane.inFlight()),
                    lane.oldest().map(Times::words).orElse("-"),
                    String.valueOf(lane.deadLetters()),
                    lane.instances() + "/" + lane.desired(),
                    lane.environmentName());
        }
        table.lines().forEach(beanpole::print);
        alarms(lanes);
    }

    private void alarms(List<LaneState> lanes) {
        if (lanes.stream().allMatch(lane -> lane.alarms().isEmpty())) {
            return;
        }
        beanpole.print("");
        var table = new Columns("LANE", "ALARM", "STATE", "SINCE", "CONDITION");
        for (var lane : lanes) {
            for (var alarm : lane.alarms()) {
                table.row(lane.name(), alarm.name(), alarm.state(), Times.local(alarm.since()), condition(alarm));
            }
        }
        table.lines().forEach(beanpole::print);
    }

    /** What an alarm waits for: {@code depth >= 20, 1 of 1 x 60 s}. */
    static String condition(AlarmSummary alarm) {
        var threshold = alarm.threshold() == Math.rint(alarm.threshold())
                ? String.valueOf((long) alarm.threshold())
                : String.valueOf(alarm.threshold());
        return alarm.metric() + " " + alarm.comparison() + " " + threshold + ", " + alarm.datapointsToAlarm() + " of "
                + alarm.evaluationPeriods() + " x " + alarm.period().toSeconds() + " s";
    }
}
