package io.beanpole.deploy.scaling.desk;

import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What it takes to come from one design to another; parts are the same where they have the same name. */
public record DesignChanges(ScalingDesign before, ScalingDesign after) {
    /** Whether the bounds, the cooldown or the warm-up of the group differ. */
    public boolean ofGroup() {
        return before.minimum() != after.minimum()
                || before.maximum() != after.maximum()
                || !before.cooldown().equals(after.cooldown())
                || !Objects.equals(before.warmUp(), after.warmUp());
    }

    /** Policies that are new or other than before. */
    public List<DesignedPolicy> policies() {
        return after.policies().stream()
                .filter(policy -> !before.policy(policy.name()).equals(Optional.of(policy)))
                .toList();
    }

    /** Alarms that are new or other than before. */
    public List<DesignedAlarm> alarms() {
        return after.alarms().stream()
                .filter(alarm -> !alarm(before, alarm.name()).equals(Optional.of(alarm)))
                .toList();
    }

    /** Alarms that run something and have no place in the new design: they run nothing any more. */
    public List<DesignedAlarm> silenced() {
        return before.alarms().stream()
                .filter(alarm -> alarm.enabled() && !alarm.policies().isEmpty())
                .filter(alarm -> alarm(after, alarm.name()).isEmpty())
                .toList();
    }

    /** Policies that decide something and have no place in the new design: they decide nothing any more. */
    public List<DesignedPolicy> stopped() {
        return before.policies().stream()
                .filter(DesignedPolicy::enabled)
                .filter(policy -> after.policy(policy.name()).isEmpty())
                .toList();
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return !ofGroup()
                && policies().isEmpty()
                && alarms().isEmpty()
                && silenced().isEmpty()
                && stopped().isEmpty();
    }

    /** A sentence for each change, for whoever must agree to it. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (ofGroup()) {
            sentences.add(ofGroupWords());
        }
        policies().forEach(policy -> sentences.add(words(policy)));
        alarms().forEach(alarm -> sentences.add(words(alarm)));
        silenced().forEach(alarm -> sentences.add(alarm.name() + " stays, but runs nothing any more."));
        stopped().forEach(policy -> sentences.add(stoppedWords(policy)));
        return sentences;
    }

    /** The sentences on what a person reads as different: AWS may name the parts of a metric in another way. */
    List<String> differences() {
        return sentences().stream().filter(each -> !each.endsWith(": .")).toList();
    }

    static String stoppedWords(DesignedPolicy policy) {
        return policy.name() + " stays, but is switched off.";
    }

    String ofGroupWords() {
        var parts = new ArrayList<String>();
        add(parts, "minimum", before.minimum(), after.minimum());
        add(parts, "maximum", before.maximum(), after.maximum());
        add(parts, "cooldown", seconds(before.cooldown()), seconds(after.cooldown()));
        add(parts, "warm-up", seconds(before.warmUp()), seconds(after.warmUp()));
        return "The group: " + String.join(", ", parts) + ".";
    }

    String words(DesignedPolicy policy) {
        var was = before.policy(policy.name()).map(DesignChanges::state);
        var is = state(policy);
        return policy.name() + ": " + was.map(words -> words + " becomes " + is).orElse("new, " + is) + ".";
    }

    String words(DesignedAlarm alarm) {
        var was = alarm(before, alarm.name());
        if (was.isEmpty()) {
            return alarm.name() + ": new, " + condition(alarm) + ", runs " + String.join(", ", alarm.policies()) + ".";
        }
        var old = was.get();
        var parts = new ArrayList<String>();
        add(
                parts,
                "threshold",
                number(old.rule().threshold()),
                number(alarm.rule().threshold()));
        add(parts, "comparison", sign(old.rule()), sign(alarm.rule()));
        add(
                parts,
                "period",
                seconds(old.metric().period()),
                seconds(alarm.metric().period()));
        add(parts, "datapoints", datapoints(old.rule()), datapoints(alarm.rule()));
        add(
                parts,
                "missing data",
                old.rule().missingData().awsName(),
                alarm.rule().missingData().awsName());
        add(parts, "runs", String.join(", ", old.policies()), String.join(", ", alarm.policies()));
        add(parts, "actions", old.enabled() ? "on" : "off", alarm.enabled() ? "on" : "off");
        return alarm.name() + ": " + String.join(", ", parts) + ".";
    }

    static Optional<DesignedAlarm> alarm(ScalingDesign design, String name) {
        return design.alarms().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static String state(DesignedPolicy policy) {
        return words(policy.policy()) + (policy.enabled() ? "" : ", switched off");
    }

    private static String words(ScalingPolicy policy) {
        if (policy instanceof SimplePolicy simple) {
            return simple.adjustment().type().wireName() + " "
                    + simple.adjustment().amount() + " with a cooldown of " + seconds(simple.cooldown());
        }
        if (policy instanceof StepPolicy step) {
            return step.type().wireName() + " "
                    + step.steps().stream()
                            .map(each -> "[" + bound(each.lower()) + ", " + bound(each.upper()) + ") " + each.amount())
                            .collect(Collectors.joining(" "))
                    + " with a warm-up of " + seconds(step.warmUp());
        }
        var target = (TargetTrackingPolicy) policy;
        return "target " + number(target.target()) + " with a warm-up of " + seconds(target.warmUp())
                + (target.keepsSize() ? ", never fewer" : "");
    }

    private static String condition(DesignedAlarm alarm) {
        return sign(alarm.rule()) + " " + number(alarm.rule().threshold()) + ", " + datapoints(alarm.rule()) + " x "
                + seconds(alarm.metric().period());
    }

    private static String sign(AlarmRule rule) {
        return switch (rule.comparison()) {
            case GREATER_OR_EQUAL -> ">=";
            case GREATER -> ">";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
        };
    }

    private static String datapoints(AlarmRule rule) {
        return rule.datapointsToAlarm() + " of " + rule.evaluationPeriods();
    }

    private static void add(List<String> parts, String what, Object was, Object is) {
        if (!was.equals(is)) {
            parts.add(what + " " + was + " becomes " + is);
        }
    }

    private static String bound(double bound) {
        return Double.isInfinite(bound) ? "" : number(bound);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%s", value);
    }

    private static String seconds(@Nullable Duration length) {
        return length == null ? "none" : length.toSeconds() + " s";
    }
}
