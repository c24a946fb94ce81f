package io.beanpole.console.scaling;

import io.beanpole.console.scaling.KeptDrafts.Kept;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.scaling.desk.DesignChanges;
import io.beanpole.deploy.scaling.desk.RenamedDesign;
import io.beanpole.deploy.scaling.desk.StandingScaling;
import io.beanpole.deploy.scaling.file.OptionFileWriter;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.check.DesignCheck;
import io.beanpole.scaling.check.Finding;
import io.beanpole.scaling.design.ScalingDesign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** How the environment is meant to scale, while a person edits it: checked at every key, never applied by itself. */
final class DraftViewModel {
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Optional<StandingScaling>> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ScalingDesign>> design =
            new ReadOnlyObjectWrapper<>(this, "design", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final BooleanProperty reading = new SimpleBooleanProperty(this, "reading", false);
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<String> changes = FXCollections.observableArrayList();
    private final ObservableList<AlarmDraft> alarms = FXCollections.observableArrayList();
    private final ObservableList<PolicyDraft> policies = FXCollections.observableArrayList();
    private final GroupDraft group = new GroupDraft();
    /** What the drafts were made of: the standing design, or the one that was advised. */
    private Optional<ScalingDesign> origin = Optional.empty();

    private final KeptDrafts drafts = new KeptDrafts();
    private String environmentName = "";
    private boolean isFilling;
    /** Only the newest question may be answered. */
    private int question;

    DraftViewModel(Workspace workspace) {
        this.workspace = workspace;
        group.fields().forEach(field -> field.addListener((text, before, after) -> write()));
    }

    /** What AWS has; empty until it was read. */
    ReadOnlyObjectProperty<Optional<StandingScaling>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What is written now; empty while something in it can't be. */
    ReadOnlyObjectProperty<Optional<ScalingDesign>> designProperty() {
        return design.getReadOnlyProperty();
    }

    /** What can't be, as a sentence; empty mostly. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    BooleanProperty readingProperty() {
        return reading;
    }

    /** What the design's check says of what is written now. */
    ObservableList<Finding> findings() {
        return findings;
    }

    /** What is other than AWS has it, a sentence each. */
    ObservableList<String> changes() {
        return changes;
    }

    ObservableList<AlarmDraft> alarms() {
        return alarms;
    }

    ObservableList<PolicyDraft> policies() {
        return policies;
    }

    GroupDraft group() {
        return group;
    }

    String environmentName() {
        return environmentName;
    }

    /** Goes to an environment: with what was written for it before, else with what AWS has. */
    void open(String environment) {
        keep();
        environmentName = environment;
        reading.set(false);
        question++;
        var kept = drafts.taken(environment);
        standing.set(kept.map(Kept::standing));
        fill(kept.map(Kept::origin));
        kept.ifPresent(this::restore);
        if (kept.isEmpty() && !environment.isEmpty()) {
            read(found -> fill(Optional.of(found.design())));
        }
    }

    /** Reads what AWS has after a design was applied; what was written since then stays. */
    void applied(String environment, ScalingDesign written) {
        if (environment.equals(environmentName)) {
            read(found -> {
                if (design.get().equals(Optional.of(written))) {
                    fill(Optional.of(found.design()));
                } else {
                    write();
                }
            });
        } else {
            drafts.taken(environment);
        }
    }

    private void read(Consumer<StandingScaling> show) {
        var environment = environmentName;
        var asked = ++question;
        reading.set(true);
        workspace
                .background()
                .run(
                        Words.of("scaling.draft.reading", environment),
                        () -> workspace.connection().scalingDesk().read(environment),
                        found -> {
                            if (asked == question) {
                                reading.set(false);
                                standing.set(Optional.of(found));
                                show.accept(found);
                            }
                        },
                        failure -> {
                            if (asked == question) {
                                reading.set(false);
                            }
                        });
    }

    private void keep() {
        var isEdited = !changes.isEmpty() || !problem.get().isEmpty();
        if (isEdited && standing.get().isPresent() && origin.isPresent()) {
            drafts.keep(environmentName, new Kept(standing.get().get(), origin.get(), alarms, policies, group.texts()));
        }
    }

    private void restore(Kept kept) {
        isFilling = true;
        alarms.setAll(kept.alarms());
        policies.setAll(kept.policies());
        group.write(kept.group());
        isFilling = false;
        write();
    }

    /** Writes another design into the form, to be read, tried and applied like one that was typed. */
    void propose(ScalingDesign proposed) {
        fill(Optional.of(RenamedDesign.inAccount(proposed, environmentName)));
    }

    /** Back to what AWS has. */
    void undo() {
        fill(standing.get().map(StandingScaling::design));
    }

    /** The file of {@code .ebextensions} that makes the environment scale so; empty while something can't be. */
    Optional<String> optionFile() {
        return design.get().map(written -> {
            try {
                return new OptionFileWriter(
                                RenamedDesign.portable(written),
                                Map.of("", List.of(Words.of("scaling.file.head", environmentName))))
                        .text();
            } catch (DeployException e) {
                workspace.notices().problem(Words.of("scaling.file.writing"), e);
                return "";
            }
        });
    }

    private void fill(Optional<ScalingDesign> from) {
        isFilling = true;
        origin = from;
        alarms.setAll(from.map(ScalingDesign::alarms).orElse(List.of()).stream()
                .map(AlarmDraft::new)
                .toList());
        policies.setAll(from.map(ScalingDesign::policies).orElse(List.of()).stream()
                .map(PolicyDraft::new)
                .toList());
        from.ifPresent(group::show);
        alarms.forEach(alarm -> alarm.fields().forEach(field -> field.addListener((value, before, after) -> write())));
        policies.forEach(this::listen);
        isFilling = false;
        write();
    }

    private void listen(PolicyDraft policy) {
        policy.numberProperty().addListener((text, before, after) -> write());
        policy.pauseProperty().addListener((text, before, after) -> write());
        policy.steps().forEach(this::listen);
        policy.steps().addListener((ListChangeListener<StepDraft>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::listen);
            }
            write();
        });
    }

    private void listen(StepDraft step) {
        step.lowerProperty().addListener((text, before, after) -> write());
        step.upperProperty().addListener((text, before, after) -> write());
        step.amountProperty().addListener((text, before, after) -> write());
    }

    /** The form as a design, or the sentence on what in it can't be. */
    private void write() {
        if (isFilling) {
            return;
        }
        try {
            design.set(origin.map(this::written));
            problem.set("");
        } catch (ScalingException e) {
            design.set(Optional.empty());
            problem.set(String.valueOf(e.getMessage()));
        }
        var known = standing.get();
        findings.setAll(design.get()
                .flatMap(written -> known.map(each -> DesignCheck.of(written, each.traits())))
                .orElse(List.of()));
        changes.setAll(design.get()
                .flatMap(written -> known.map(each -> new DesignChanges(each.design(), written).sentences()))
                .orElse(List.of()));
    }

    private ScalingDesign written(ScalingDesign from) {
        return new ScalingDesign(
                from.name(),
                group.minimum(),
                group.maximum(),
                group.cooldown(),
                group.warmUp(),
                alarms.stream().map(AlarmDraft::alarm).toList(),
                policies.stream().map(PolicyDraft::policy).toList(),
                from.schedule());
    }
}
