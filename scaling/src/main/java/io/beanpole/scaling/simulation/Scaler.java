package io.beanpole.scaling.simulation;

import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.control.ControlDecision;
import io.beanpole.scaling.control.Observation;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.policy.Breach;
import io.beanpole.scaling.policy.DecisionRule;
import io.beanpole.scaling.policy.GroupActivity;
import io.beanpole.scaling.policy.GroupSize;
import io.beanpole.scaling.policy.ScalingDecision;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes the size of a simulated group: its policies, its schedule or its controller. */
final class Scaler {
    private final Contender contender;
    private final SimulatedGroup group;
    private final Alarming alarms;
    private final @Nullable CapacityController controller;
    private final Map<String, ScalingDecision> demands = new HashMap<>();
    private final Map<String, DecisionRule> told = new HashMap<>();
    private final List<SizeDecision> decisions = new ArrayList<>();

    Scaler(Contender contender, SimulatedGroup group, Alarming alarms) {
        this.contender = contender;
        this.group = group;
        this.alarms = alarms;
        this.controller = contender.controller().map(supplier -> supplier.get()).orElse(null);
    }

    List<SizeDecision> decisions() {
        return decisions;
    }

    /** How often the controller looks, in milliseconds; 0 where there is none. */
    long turns() {
        return controller == null ? 0 : controller.interval().toMillis();
    }

    /** All alarms are evaluated, and those in ALARM run their policies, each time again. */
    void evaluate(Gauges gauges, Instant now) {
        demands.clear();
        for (Alarming.Firing firing : alarms.evaluate(gauges, now)) {
            double threshold = firing.alarm().rule().threshold();
            Breach breach =
                    firing.value().isPresent() ? new Breach(firing.value().getAsDouble(), threshold) : null;
            for (String name : firing.alarm().policies()) {
                contender
                        .design()
                        .policy(name)
                        .filter(DesignedPolicy::enabled)
                        .ifPresent(policy -> run(policy, breach, threshold, now));
            }
        }
    }

    /** A scheduled action is due. */
    void apply(PlannedSize planned, Instant now) {
        GroupSize before = group.size();
        group.resize(planned.size().appliedTo(before), now.toEpochMilli(), null, false);
        int after = group.size().desired();
        tell(new SizeDecision(
                now, before.desired(), after, planned.name(), "Scheduled action " + planned.name() + "."));
    }

    /** The controller's turn. */
    void steer(Observation seen) {
        if (controller == null) {
            return;
        }
        long now = seen.at().toEpochMilli();
        int before = group.size().desired();
        ControlDecision decision = controller.decide(seen);
        int wanted = group.size().clamp(decision.desired());
        boolean choosesNobody = decision.idleToEnd() == 0;
        if (wanted > before || wanted < before && choosesNobody) {
            group.resize(group.size().withDesired(wanted), now, null, true);
        } else if (!choosesNobody) {
            group.endIdle(decision.idleToEnd(), now);
        }
        tell(new SizeDecision(seen.at(), before, group.size().desired(), controller.name(), decision.why()));
    }

    private void run(DesignedPolicy designed, @Nullable Breach breach, double threshold, Instant now) {
        ScalingPolicy policy = designed.policy();
        GroupActivity activity = group.activity(now.toEpochMilli(), warmUp(policy));
        Breach seen = breach == null && policy instanceof StepPolicy ? new Breach(threshold, threshold) : breach;
        ScalingDecision decision = policy.decide(group.size(), activity, seen);
        if (decision.after() < decision.before() && otherNotBelow(designed)) {
            return;
        }
        if (decision.isDemand()) {
            demands.put(policy.name(), decision);
            decision = decision.beside(ScalingDecision.largest(List.copyOf(demands.values())));
        }
        if (decision.changes()) {
            Duration cooldown = policy instanceof SimplePolicy simple ? simple.cooldown() : null;
            group.resize(group.size().withDesired(decision.after()), now.toEpochMilli(), cooldown, true);
        }
        if (decision.changes() || told.put(policy.name(), decision.rule()) != decision.rule()) {
            decisions.add(new SizeDecision(now, decision.before(), decision.after(), policy.name(), decision.why()));
        }
    }

    /** Those that track a target remove instances only when all of them would (evidence: [B], reference 5.1). */
    private boolean otherNotBelow(DesignedPolicy designed) {
        return designed.policy() instanceof TargetTrackingPolicy
                && contender.design().policies().stream()
                        .filter(each -> each.enabled() && !each.name().equals(designed.name()))
                        .filter(each -> each.policy() instanceof TargetTrackingPolicy other && !other.keepsSize())
                        .anyMatch(each -> !alarms.isLow(each));
    }

    private static Duration warmUp(ScalingPolicy policy) {
        if (policy instanceof StepPolicy step) {
            return step.warmUp();
        }
        return policy instanceof TargetTrackingPolicy tracking ? tracking.warmUp() : Duration.ZERO;
    }

    private void tell(SizeDecision decision) {
        if (decision.changes()) {
            decisions.add(decision);
        }
    }
}
