package io.beanpole.scaling.group;

import io.beanpole.scaling.alarm.AlarmDecision;
import io.beanpole.scaling.alarm.AlarmEvaluation;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.alarm.AlarmState;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.metric.Datapoint;
import io.beanpole.scaling.metric.Grid;
import io.beanpole.scaling.metric.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All alarms of a design with their states, those that policies own among them. It says which policies are to run:
 * those of alarms in ALARM, again at every evaluation (evidence: [B], reference 5.2).
 */
public final class AlarmBoard {
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<String, DesignedPolicy> policies = new LinkedHashMap<>();

    /** @throws io.beanpole.scaling.ScalingException for an alarm that watches what can't be worked out */
    public AlarmBoard(ScalingDesign design) {
        design.alarms().forEach(this::watch);
        for (DesignedPolicy each : design.policies()) {
            policies.put(each.name(), each);
            TargetAlarms.of(each).forEach(this::watch);
        }
    }

    private void watch(DesignedAlarm alarm) {
        watches.put(alarm.name(), new Watch(alarm));
    }

    /** How far back the alarms look. */
    public Duration range() {
        return watches.values().stream()
                .map(each -> each.alarm
                        .metric()
                        .period()
                        .multipliedBy(each.alarm.rule().range()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Evaluates all alarms over the periods that end at a time. */
    public List<AlarmEvaluated> evaluate(Instant at, MetricReader metrics) {
        List<AlarmEvaluated> evaluated = new ArrayList<>(watches.size());
        for (Watch each : watches.values()) {
            evaluated.add(new AlarmEvaluated(at, each.alarm.name(), each.evaluate(at, metrics)));
        }
        return evaluated;
    }

    /** The state of an alarm; INSUFFICIENT_DATA before the first evaluation. Empty where there is no such alarm. */
    public Optional<AlarmState> state(String alarm) {
        return Optional.ofNullable(watches.get(alarm)).map(each -> each.state);
    }

    /** The policies that the alarms run now, for {@link GroupState#run}. */
    public List<PolicyRun> due() {
        List<PolicyRun> due = new ArrayList<>();
        for (Watch each : watches.values()) {
            if (each.state == AlarmState.ALARM && each.alarm.enabled()) {
                for (String name : each.alarm.policies()) {
                    DesignedPolicy policy = policies.get(name);
                    if (policy != null) {
                        due.add(run(policy, each));
                    }
                }
            }
        }
        return due;
    }

    private PolicyRun run(DesignedPolicy policy, Watch by) {
        double threshold = by.alarm.rule().threshold();
        return PolicyRun.byAlarm(policy.policy(), policy.enabled(), by.alarm.name(), by.value, threshold)
                .heldBackBy(OtherTargets.notBelow(policy, policies.values(), this::isBelow));
    }

    private boolean isBelow(DesignedPolicy policy) {
        return state(TargetAlarms.lowOf(policy.name())).orElse(AlarmState.OK) == AlarmState.ALARM;
    }

    /** One alarm and how it stands with it. */
    private static final class Watch {
        private final DesignedAlarm alarm;
        private final MetricEvaluation metric;
        private AlarmState state = AlarmState.INSUFFICIENT_DATA;
        private OptionalDouble value = OptionalDouble.empty();

        Watch(DesignedAlarm alarm) {
            this.alarm = alarm;
            this.metric = new MetricEvaluation(alarm.metric());
        }

        AlarmDecision evaluate(Instant at, MetricReader metrics) {
            AlarmRule rule = alarm.rule();
            Grid range = Grid.endingAt(at, alarm.metric().period(), rule.range());
            Series series = metric.over(range, metrics);
            List<Datapoint> existing = new ArrayList<>(range.size());
            for (int i = 0; i < range.size(); i++) {
                if (series.has(i)) {
                    existing.add(new Datapoint(range.start(i), series.get(i), OptionalDouble.empty()));
                }
            }
            AlarmDecision decision = AlarmEvaluation.of(rule, range, existing, state);
            state = decision.state();
            value = decision.evaluated().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(decision.evaluated().get(0).value());
            return decision;
        }
    }
}
