package io.beanpole.console.logs;

import io.beanpole.console.words.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Why the buttons of the Logs screen can't be pressed, as sentences that are empty when they can. */
final class LogHindrances {
    private final ObservableStringValue forbidden;
    private final ObservableBooleanValue busy;
    private final StringBinding whyNotTail;
    private final StringBinding whyNotSave;

    LogHindrances(LogsViewModel model) {
        forbidden = model.whyNotProperty();
        busy = model.busyProperty();
        var following = model.followingProperty();
        var shown = model.book().shown();
        whyNotTail = Bindings.createStringBinding(
                () -> asking().orElse(following.get() ? Words.of("logs.followed") : ""), forbidden, busy, following);
        whyNotSave = Bindings.createStringBinding(() -> shown.isEmpty() ? Words.of("logs.nothing-to-save") : "", shown);
    }

    /** Why the logs can't be asked for once. */
    StringBinding whyNotTail() {
        return whyNotTail;
    }

    /** Why all logs of the selected instance can't be downloaded. */
    StringBinding whyNotBundle(ObservableValue<? extends @Nullable Object> selected) {
        return Bindings.createStringBinding(
                () -> asking().orElse(selected.getValue() == null ? Words.of("logs.none-selected") : ""),
                forbidden,
                busy,
                selected);
    }

    /** Why the lines can't be saved. */
    StringBinding whyNotSave() {
        return whyNotSave;
    }

    /** Why an instance can't be asked for anything. */
    private Optional<String> asking() {
        if (!forbidden.get().isEmpty()) {
            return Optional.of(forbidden.get());
        }
        return busy.get() ? Optional.of(Words.of("logs.busy")) : Optional.empty();
    }
}
