package io.beanpole.scaling.advice;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.control.KedaController;
import io.beanpole.scaling.control.LittleController;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Contender;
import io.beanpole.scaling.simulation.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The contenders that have a name, for one lane. */
public final class Contenders {
    public static final String PROPOSED = "proposed";
    public static final String CONTROLLER = "controller";

    /** From the worst known to the best. */
    public static final List<String> NAMES =
            List.of("aws-sample", "step", "target-tracking", "keda", PROPOSED, CONTROLLER);

    private final LaneTarget target;

    public Contenders(LaneTarget target) {
        this.target = target;
    }

    /** For workers as a workload has them, between two bounds. */
    public static Contenders of(Workload workload, int minimum, int maximum) {
        return new Contenders(new LaneTarget(
                workload.slo(),
                workload.meanService(),
                workload.slotsPerInstance(),
                workload.boot(),
                minimum,
                maximum));
    }

    /** All that have a name, in the order of {@link #NAMES}. */
    public List<Contender> all() {
        return NAMES.stream().map(this::named).toList();
    }

    /**
     * The one with a name.
     *
     * @throws ScalingException when there is none, with those that there are
     */
    public Contender named(String name) {
        return switch (name) {
            case "aws-sample" -> unprotected(Classics.awsSample(target));
            case "step" -> Contender.of(Classics.stepScaling(target));
            case "target-tracking" -> Contender.of(Classics.targetTracking(target));
            case "keda" -> controlled(name, () -> new KedaController(KedaController.QUEUE_LENGTH));
            case PROPOSED -> Contender.of(Advisor.propose(target).design());
            case CONTROLLER -> controlled(name, () -> new LittleController(Advisor.controllerTuning(target)));
            default ->
                throw new ScalingException("There is no policy called " + name + "; those with a name are "
                        + String.join(", ", NAMES) + ".");
        };
    }

    private Contender controlled(String name, Supplier<CapacityController> controller) {
        return new Contender(name, Classics.bounds(name, target), Optional.of(controller), true);
    }

    /** AWS's sample says nothing of protection, so its busy workers are ended like idle ones. */
    private static Contender unprotected(ScalingDesign design) {
        return new Contender(design.name(), design, Optional.empty(), false);
    }
}
