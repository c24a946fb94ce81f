package io.beanpole.console.scaling;

import io.beanpole.console.file.WrittenFile;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.scaling.desk.StandingScaling;
import io.beanpole.scaling.advice.Proposal;
import io.beanpole.scaling.design.ScalingDesign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Changing how an environment scales: written in the form, tried on its load, then applied or saved as a file. */
final class EditorViewModel {
    private final Workspace workspace;
    private final DraftViewModel draft;
    private final TrialViewModel trial;
    private final BooleanProperty applying = new SimpleBooleanProperty(this, "applying", false);
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper(this, "told", "");

    EditorViewModel(Workspace workspace) {
        this.workspace = workspace;
        draft = new DraftViewModel(workspace);
        trial = new TrialViewModel(workspace);
        draft.standingProperty()
                .addListener((property, before, after) ->
                        after.map(StandingScaling::figures).ifPresent(trial.assumptions()::found));
    }

    DraftViewModel draft() {
        return draft;
    }

    TrialViewModel trial() {
        return trial;
    }

    /** What was applied, saved or proposed last, in a sentence. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Goes to an environment; edits of the one before are there again when a person comes back to it. */
    void open(String environment) {
        if (!environment.equals(draft.environmentName())
                || draft.standingProperty().get().isEmpty()) {
            told.set("");
            trial.forget();
            draft.open(environment);
        }
    }

    /** Whether there is nothing to try: no design was read, or what is written can't be. */
    BooleanBinding cantBeTried() {
        return Bindings.createBooleanBinding(
                () -> draft.designProperty().get().isEmpty()
                        || draft.standingProperty().get().isEmpty(),
                draft.designProperty(),
                draft.standingProperty());
    }

    /** Whether there is nothing to apply. */
    BooleanBinding cantBeApplied() {
        return cantBeTried().or(Bindings.isEmpty(draft.changes())).or(applying);
    }

    /** Why nothing may be applied on this connection; empty when it may. */
    ReadOnlyStringProperty whyNot() {
        return workspace.guard().whyNot(Deed.SCALE);
    }

    void run() {
        draft.designProperty()
                .get()
                .ifPresent(
                        written -> draft.standingProperty().get().ifPresent(standing -> trial.run(standing, written)));
    }

    /** Writes what the advisor proposes for the assumptions into the form. */
    void advise() {
        draft.standingProperty().get().ifPresent(standing -> {
            var design = standing.design();
            trial.advice(design.minimum(), Math.max(design.maximum(), design.minimum() + 1))
                    .map(Proposal::design)
                    .ifPresent(proposed -> {
                        draft.propose(proposed);
                        told.set(Words.of("scaling.draft.advised"));
                    });
        });
    }

    /** Asks, and makes the environment scale as it is written. */
    void apply() {
        var standing = draft.standingProperty().get();
        var written = draft.designProperty().get();
        if (standing.isEmpty() || written.isEmpty()) {
            return;
        }
        var environment = draft.environmentName();
        var question = new Question(
                environment,
                Words.of("scaling.apply.title", environment),
                String.join("\n", draft.changes()) + "\n\n" + Words.of("scaling.apply.consequences"),
                Words.of("scaling.apply.do"),
                false);
        workspace.guard().ask(question, () -> {
            applying.set(true);
            told.set("");
            workspace
                    .background()
                    .run(
                            Words.of("scaling.apply.doing", environment),
                            () -> workspace
                                    .connection()
                                    .scalingDesk()
                                    .apply(environment, standing.get().design(), written.get()),
                            done -> {
                                applying.set(false);
                                applied(environment, done, written.get());
                                workspace.polling().refresh();
                            },
                            failure -> applying.set(false));
        });
    }

    /** Told in the form of the environment that was meant; of another one's it would be wrong. */
    private void applied(String environment, List<String> done, ScalingDesign written) {
        var sentences = String.join(" ", done);
        if (environment.equals(draft.environmentName())) {
            told.set(Words.of("scaling.apply.done", sentences));
        } else {
            workspace.notices().tell(Words.of("scaling.apply.elsewhere", environment, sentences));
        }
        draft.applied(environment, written);
    }

    /** Saves what is written as a file of {@code .ebextensions}. */
    void save(Path file) {
        draft.optionFile()
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> workspace
                        .background()
                        .run(
                                Words.of("scaling.file.saving", String.valueOf(file.getFileName())),
                                () -> WrittenFile.text(file, text),
                                saved -> told.set(Words.of("scaling.file.saved", saved.toString()))));
    }

    /** Where the file would be looked for by the next deployment, in a checkout of this kind; empty elsewhere. */
    static Optional<Path> folder() {
        return Optional.of(Path.of(".ebextensions", "worker"))
                .map(Path::toAbsolutePath)
                .filter(Files::isDirectory);
    }
}
