package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.LaneFigures;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.design.ScalingDesign;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a lane is to keep and what its workers are like, said or found out. */
final class TargetChoice {
    private static final Duration USUAL_SERVICE = Duration.ofSeconds(30);
    private static final Duration USUAL_BOOT = Duration.ofSeconds(150);
    private static final int ROOM_TO_CATCH_UP = 2;

    @Option(names = "--oldest", description = "How long a task may wait (default ${DEFAULT-VALUE}).")
    private String oldest = "2m";

    @Option(names = "--service", description = "Mean time of a task (default: of the environment, else 30s).")
    private @Nullable String service;

    @Option(
            names = "--boot",
            description = "From the launch of an instance to its first message; AWS does not tell it (default: 150s).")
    private @Nullable String boot;

    @Option(
            names = "--slots",
            description =
                    "Tasks at a time on an instance, which is sqsd's HttpConnections (default: of the environment,"
                            + " else 1).")
    private @Nullable Integer slots;

    @Option(names = "--min", description = "Fewest instances (default: of the environment, else 1).")
    private @Nullable Integer minimum;

    @Option(
            names = "--max",
            description = "Most instances (default: of the environment, else twice what the peak needs).")
    private @Nullable Integer maximum;

    /**
     * The target.
     *
     * @param live of the environment; empty without one
     * @param present the environment's bounds; empty without one
     * @param peakPerMinute tasks in the busiest minute
     * @param remarks what was assumed is added
     */
    LaneTarget target(
            Optional<LaneFigures> live, Optional<ScalingDesign> present, double peakPerMinute, List<String> remarks) {
        Duration takes =
                length(service, "A task takes", live.flatMap(LaneFigures::meanService), USUAL_SERVICE, remarks);
        Duration boots = boots(remarks);
        int connections =
                slots != null ? slots : live.map(each -> each.slots().orElse(1)).orElse(1);
        int least =
                minimum != null ? minimum : present.map(ScalingDesign::minimum).orElse(1);
        double needed = peakPerMinute / 60 * takes.toMillis() / 1000 / connections;
        int enough = Math.max(least + 1, (int) Math.ceil(ROOM_TO_CATCH_UP * needed));
        int most =
                maximum != null ? maximum : present.map(ScalingDesign::maximum).orElse(enough);
        if (most < enough) {
            remarks.add("The peak needs " + (int) Math.ceil(needed) + " instances, and twice as many to catch up; the"
                    + " maximum is " + most + ".");
        }
        return new LaneTarget(Times.stretch(oldest), takes, connections, boots, least, most);
    }

    private Duration boots(List<String> remarks) {
        if (boot != null) {
            return Times.stretch(boot);
        }
        remarks.add("An instance boots in " + USUAL_BOOT.toSeconds() + " s: assumed, because AWS does not tell when the"
                + " application begins. Measure from a launch to the first message, and say --boot.");
        return USUAL_BOOT;
    }

    private static Duration length(
            @Nullable String said, String what, Optional<Duration> found, Duration usual, List<String> remarks) {
        if (said != null) {
            return Times.stretch(said);
        }
        Duration length = found.filter(each -> each.toSeconds() > 0).orElse(usual);
        remarks.add(what + " " + length.toSeconds() + " s: "
                + (length.equals(usual) && found.isEmpty() ? "assumed." : "found in the environment's metrics."));
        return length;
    }
}
