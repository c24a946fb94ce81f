package io.beanpole.console.scaling;

import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.policy.Step;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A step of a policy while it is edited; an empty bound is an open end. */
final class StepDraft {
    private final StringProperty lower;
    private final StringProperty upper;
    private final StringProperty amount;

    StepDraft(Step step) {
        lower = new SimpleStringProperty(this, "lower", bound(step.lower()));
        upper = new SimpleStringProperty(this, "upper", bound(step.upper()));
        amount = new SimpleStringProperty(this, "amount", String.valueOf(step.amount()));
    }

    StringProperty lowerProperty() {
        return lower;
    }

    StringProperty upperProperty() {
        return upper;
    }

    StringProperty amountProperty() {
        return amount;
    }

    /** @throws ScalingException when a field holds no number */
    Step step(String place) {
        return new Step(
                bound(place, lower.get(), Double.NEGATIVE_INFINITY),
                bound(place, upper.get(), Double.POSITIVE_INFINITY),
                Entry.whole(place, "scaling.field.amount", amount.get()));
    }

    private static double bound(String place, String text, double open) {
        return text.isBlank() ? open : Entry.number(place, "scaling.field.bound", text);
    }

    private static String bound(double bound) {
        return Double.isInfinite(bound) ? "" : Entry.text(bound);
    }
}
