package io.beanpole.scaling.control;

import java.time.Duration;
import java.util.Locale;

/**
 * Sizes a group by Little's law: as many tasks are under way as come while one of them is worked on. On top of it stand
 * a headroom that grows with the square root, as chance does, and what clears the tasks that wait already. It adds at
 * once and takes away only idle instances, and only what was not needed for a while.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Little%27s_law">Little's law</a>
 */
public final class LittleController implements CapacityController {
    private final ControllerTuning tuning;
    private final LiveArrivals arrivals;
    private final HeldPeak held;

    public LittleController(ControllerTuning tuning) {
        this.tuning = tuning;
        this.arrivals = new LiveArrivals(tuning.memory());
        this.held = new HeldPeak(tuning.hold());
    }

    @Override
    public String name() {
        return "controller";
    }

    @Override
    public Duration interval() {
        return tuning.interval();
    }

    @Override
    public ControlDecision decide(Observation seen) {
        double live = arrivals.with(seen);
        double perSecond = Math.max(live, seen.arrivalsPerSecond().orElse(0));
        double underWay = perSecond * seconds(seen.meanService());
        double headroom = tuning.headroom() * Math.sqrt(underWay);
        double waiting = seen.visible() * seconds(seen.meanService()) / seconds(tuning.catchUp());
        int needed = instances(underWay + headroom + waiting, seen);
        int kept = seen.size().clamp(held.with(seen.at(), needed));
        int desired = seen.size().desired();
        String why = String.format(
                Locale.ROOT,
                "%.2f tasks/s take %.1f slots, chance %.1f, %d that wait %.1f: %d instances",
                perSecond,
                underWay,
                headroom,
                seen.visible(),
                waiting,
                needed);
        if (seen.size().clamp(needed) > desired) {
            int wanted = seen.size().clamp(needed);
            return new ControlDecision(wanted, 0, why + bounded(needed, wanted) + "; adds " + (wanted - desired) + ".");
        }
        int surplus = desired - kept;
        int ends = Math.min(surplus, seen.idle());
        if (surplus <= 0) {
            return new ControlDecision(desired, 0, why + ", and " + kept + " lately; keeps " + desired + ".");
        }
        return new ControlDecision(
                desired - ends,
                ends,
                why + ", and no more than " + kept + " lately; "
                        + (ends == 0
                                ? "none of " + desired + " is idle."
                                : "ends " + ends + " idle of " + desired + "."));
    }

    private static String bounded(int needed, int wanted) {
        return needed > wanted ? ", of which the maximum allows " + wanted : "";
    }

    private static int instances(double slots, Observation seen) {
        return (int) Math.min(Math.ceil(slots / seen.slotsPerInstance() - 1e-9), Integer.MAX_VALUE);
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
