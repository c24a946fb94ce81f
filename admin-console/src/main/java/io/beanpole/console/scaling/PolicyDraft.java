package io.beanpole.console.scaling;

import io.beanpole.console.naming.Names;
import io.beanpole.console.words.Words;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.policy.Adjustment;
import io.beanpole.scaling.policy.ScalingPolicy;
import io.beanpole.scaling.policy.SimplePolicy;
import io.beanpole.scaling.policy.Step;
import io.beanpole.scaling.policy.StepPolicy;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.time.Duration;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A policy while it is edited; its kind stays. */
final class PolicyDraft {
    private final DesignedPolicy designed;
    /** Of a simple policy how much it changes, of one that tracks a target the target; not used by steps. */
    private final StringProperty number = new SimpleStringProperty(this, "number", "");

    /** Of a simple policy its cooldown, of the others their warm-up, in seconds. */
    private final StringProperty pause = new SimpleStringProperty(this, "pause", "");

    private final ObservableList<StepDraft> steps = FXCollections.observableArrayList();

    PolicyDraft(DesignedPolicy designed) {
        this.designed = designed;
        var policy = designed.policy();
        if (policy instanceof SimplePolicy simple) {
            number.set(String.valueOf(simple.adjustment().amount()));
            pause.set(Entry.text(simple.cooldown()));
        } else if (policy instanceof StepPolicy step) {
            step.steps().forEach(each -> steps.add(new StepDraft(each)));
            pause.set(Entry.text(step.warmUp()));
        } else if (policy instanceof TargetTrackingPolicy target) {
            number.set(Entry.text(target.target()));
            pause.set(Entry.text(target.warmUp()));
        }
    }

    String title() {
        return Names.logical(designed.name());
    }

    /** Of which kind it is and how its numbers are meant. */
    String kind() {
        var policy = designed.policy();
        if (policy instanceof SimplePolicy simple) {
            return Words.of("scaling.policy.simple", simple.adjustment().type().wireName());
        }
        return policy instanceof StepPolicy step
                ? Words.of("scaling.policy.steps", step.type().wireName())
                : Words.of("scaling.policy.target");
    }

    boolean isSimple() {
        return designed.policy() instanceof SimplePolicy;
    }

    boolean hasSteps() {
        return designed.policy() instanceof StepPolicy;
    }

    StringProperty numberProperty() {
        return number;
    }

    StringProperty pauseProperty() {
        return pause;
    }

    ObservableList<StepDraft> steps() {
        return steps;
    }

    /** A step above the others that does what the last one does; its bound is to be typed. */
    void addStep() {
        var amount = steps.isEmpty() ? 1 : amountOfLast();
        steps.add(new StepDraft(new Step(0, Double.POSITIVE_INFINITY, amount)));
    }

    void remove(StepDraft step) {
        steps.remove(step);
    }

    /**
     * The policy as it is written now.
     *
     * @throws ScalingException when a field holds no number, or Auto Scaling would refuse it
     */
    DesignedPolicy policy() {
        return new DesignedPolicy(written(), designed.enabled(), designed.tracked());
    }

    private ScalingPolicy written() {
        var policy = designed.policy();
        if (policy instanceof SimplePolicy simple) {
            var adjustment = new Adjustment(
                    simple.adjustment().type(),
                    Entry.whole(title(), "scaling.field.amount", number.get()),
                    simple.adjustment().minMagnitude());
            return new SimplePolicy(policy.name(), adjustment, pause("scaling.field.cooldown"));
        }
        if (policy instanceof StepPolicy step) {
            return new StepPolicy(
                    policy.name(),
                    step.type(),
                    steps.stream().map(each -> each.step(title())).toList(),
                    step.minMagnitude(),
                    pause("scaling.field.warmup"));
        }
        var target = (TargetTrackingPolicy) policy;
        return new TargetTrackingPolicy(
                policy.name(),
                Entry.number(title(), "scaling.field.target", number.get()),
                target.keepsSize(),
                pause("scaling.field.warmup"));
    }

    private Duration pause(String fieldKey) {
        return Entry.seconds(title(), fieldKey, pause.get(), 0);
    }

    private int amountOfLast() {
        try {
            return Integer.parseInt(
                    steps.get(steps.size() - 1).amountProperty().get().strip());
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
