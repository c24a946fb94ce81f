package io.beanpole.scaling.simulation;

import io.beanpole.scaling.control.CapacityController;
import io.beanpole.scaling.control.ControlDecision;
import io.beanpole.scaling.control.Observation;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.group.AlarmBoard;
import io.beanpole.scaling.group.DecisionRecord;
import io.beanpole.scaling.group.PlannedTimes;
import io.beanpole.scaling.group.PolicyEvaluated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changes the size of a simulated group: its alarms and policies, its schedule, its controller. */
final class Scaler {
    private final SimulatedGroup group;
    private final AlarmBoard alarms;
    private final PlannedTimes schedule;
    private final Meters meters;
    private final @Nullable CapacityController controller;
    private final Map<String, String> told = new HashMap<>();
    private final List<SizeDecision> decisions = new ArrayList<>();

    Scaler(Contender contender, Workload workload, SimulatedGroup group, Instant start) {
        ScalingDesign design = contender.design();
        this.group = group;
        this.alarms = new AlarmBoard(design);
        this.schedule = new PlannedTimes(design.schedule(), start);
        this.meters = new Meters(watched(design), alarms.range().plus(workload.metricDelay()), workload);
        this.controller = contender.controller().map(supplier -> supplier.get()).orElse(null);
    }

    private static Iterable<WatchedMetric> watched(ScalingDesign design) {
        Stream<WatchedMetric> tracked =
                design.policies().stream().map(DesignedPolicy::tracked).filter(Objects::nonNull);
        return Stream.concat(design.alarms().stream().map(DesignedAlarm::metric), tracked)
                .toList();
    }

    Meters meters() {
        return meters;
    }

    List<SizeDecision> decisions() {
        return decisions;
    }

    /** How often the controller looks, in milliseconds; 0 where there is none. */
    long turns() {
        return controller == null ? 0 : controller.interval().toMillis();
    }

    /** When a scheduled action is due, in milliseconds. */
    long nextPlanned() {
        return schedule.next().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    /** All alarms are evaluated, and those in ALARM run their policies, each time again. */
    void evaluate(Instant now) {
        alarms.evaluate(now, meters.reader());
        for (PolicyEvaluated each : group.state().run(alarms.due(), now)) {
            tell(each, each.result().before(), each.result().after());
        }
        group.reconcile(now.toEpochMilli(), true);
    }

    /** Scheduled actions are due. */
    void schedule(Instant now) {
        for (PlannedSize planned : schedule.due(now)) {
            var done = group.state().schedule(planned.name(), planned.size(), now);
            tell(done, done.before().desired(), done.after().desired());
        }
        group.reconcile(now.toEpochMilli(), false);
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
            group.state().resize(group.size().withDesired(wanted));
            group.reconcile(now, true);
        } else if (!choosesNobody) {
            group.endIdle(decision.idleToEnd(), now);
        }
        int after = group.size().desired();
        if (after != before) {
            decisions.add(new SizeDecision(seen.at(), before, after, controller.name(), decision.why()));
        }
    }

    private void tell(DecisionRecord decision, int before, int after) {
        boolean isNews = !decision.rule().equals(told.put(decision.subject(), decision.rule()));
        if (decision.changes() || isNews) {
            int result = decision.changes() ? after : before;
            decisions.add(new SizeDecision(decision.at(), before, result, decision.subject(), decision.why()));
        }
    }
}
