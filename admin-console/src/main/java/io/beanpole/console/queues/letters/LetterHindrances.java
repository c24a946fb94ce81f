package io.beanpole.console.queues.letters;

import io.beanpole.console.guard.Deed;
import io.beanpole.console.words.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;

/** What can't be done with the dead letters now, and why they can't be changed here. */
final class LetterHindrances {
    private final LettersViewModel model;
    private final BooleanBinding cannotLook;
    private final BooleanBinding cannotRestore;
    private final BooleanBinding cannotPurge;
    private final StringBinding why;

    LetterHindrances(LettersViewModel model) {
        this.model = model;
        var blocked = model.work().busyProperty().or(model.goneProperty());
        var hasNoQueue =
                Bindings.createBooleanBinding(() -> model.deadLetterUrl().isEmpty(), model.laneProperty());
        cannotLook = blocked.or(whyNot(Deed.LOOK).isNotEmpty()).or(hasNoQueue);
        cannotRestore = blocked.or(model.shown().snapshotProperty().isEqualTo(Optional.empty()))
                .or(whyNot(Deed.REDRIVE).isNotEmpty());
        cannotPurge = blocked.or(Bindings.isEmpty(model.shown().letters()))
                .or(whyNot(Deed.PURGE).isNotEmpty());
        why = Bindings.createStringBinding(
                this::reason, model.goneProperty(), model.laneProperty(), whyNot(Deed.LOOK), whyNot(Deed.REDRIVE));
    }

    /** Whether no letters can be looked at: there is no queue of them, or it isn't allowed. */
    BooleanBinding cannotLook() {
        return cannotLook;
    }

    /** Whether nothing can be put back from a snapshot. */
    BooleanBinding cannotRestore() {
        return cannotRestore;
    }

    /** Whether none can be deleted. */
    BooleanBinding cannotPurge() {
        return cannotPurge;
    }

    /** A sentence: the lane is gone, or changes are forbidden; empty when neither. */
    StringBinding why() {
        return why;
    }

    private String reason() {
        if (model.goneProperty().get()) {
            return Words.of("queues.letters.gone", model.laneName());
        }
        var redrive = whyNot(Deed.REDRIVE).get();
        return redrive.isEmpty() ? whyNot(Deed.LOOK).get() : redrive;
    }

    private ReadOnlyStringProperty whyNot(Deed deed) {
        return model.workspace().guard().whyNot(deed);
    }
}
