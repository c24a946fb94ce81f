package io.beanpole.console.release;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.DeploymentPolicy;
import io.beanpole.deploy.desk.PolicyRoom;
import io.beanpole.deploy.desk.RolloutPolicy;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How a version shall reach the instances, as a person chooses it; begins with the way that the environment has. */
public final class PolicyForm {
    private final ObjectProperty<DeploymentPolicy> policy =
            new SimpleObjectProperty<>(this, "policy", DeploymentPolicy.ALL_AT_ONCE);
    private final StringProperty batch = new SimpleStringProperty(this, "batch", "100");
    private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed", false);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Optional<PolicyRoom> room = Optional.empty();

    PolicyForm() {
        policy.addListener((property, before, now) -> decide());
        batch.addListener((property, before, now) -> decide());
        fixed.addListener((property, before, now) -> decide());
    }

    public ObjectProperty<DeploymentPolicy> policyProperty() {
        return policy;
    }

    /** How many at a time, as it is typed. */
    public StringProperty batchProperty() {
        return batch;
    }

    /** Whether that is a number of instances rather than a percentage. */
    public BooleanProperty fixedProperty() {
        return fixed;
    }

    /** Why it can't be done so, or what follows from it, in a sentence; empty when it is as it was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether what was chosen keeps the deployment from being asked for. */
    boolean isRefused() {
        return wanted().flatMap(this::refusal).isPresent();
    }

    /** Another environment, or nothing known of it yet. */
    void show(Optional<PolicyRoom> newest) {
        var present = newest.map(PolicyRoom::present);
        var isUntouched = wanted().isEmpty() || present.isEmpty();
        room = newest;
        if (isUntouched) {
            reset();
        }
        decide();
    }

    /** Back to the way that the environment has. */
    public void reset() {
        var present = room.map(PolicyRoom::present).orElse(new RolloutPolicy(DeploymentPolicy.ALL_AT_ONCE, 100, false));
        policy.set(present.policy());
        batch.set(Integer.toString(present.batchSize()));
        fixed.set(present.isFixed());
    }

    /** The other way that is wanted; empty while it is the environment's own, and while that isn't known. */
    Optional<RolloutPolicy> wanted() {
        var chosen = new RolloutPolicy(
                policy.get(),
                batch.get().strip().matches("\\d{1,6}")
                        ? Integer.parseInt(batch.get().strip())
                        : 0,
                fixed.get());
        return room.map(PolicyRoom::present)
                .filter(present -> !present.settings().equals(chosen.settings()))
                .map(present -> chosen);
    }

    /** Why the environment doesn't take a policy; empty when it does. */
    String hindrance(DeploymentPolicy choice) {
        return room.map(known -> known.hindrances().getOrDefault(choice, "")).orElse("");
    }

    private Optional<String> refusal(RolloutPolicy chosen) {
        return Optional.of(hindrance(chosen.policy()))
                .filter(why -> !why.isEmpty())
                .or(chosen::problem);
    }

    private void decide() {
        problem.set(wanted().map(chosen -> refusal(chosen).orElse(Words.of("deploy.policy.stays", chosen.inWords())))
                .orElse(""));
    }
}
