package io.beanpole.console.release;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.version.KnownVersion;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** The versions of the chosen environment's application; read when somebody looks, because each costs its bundle. */
public final class Versions {
    private final Workspace workspace;
    private final KeyedList<KnownVersion> versions = new KeyedList<>(KnownVersion::label);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private String application = "";

    Versions(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The newest first. */
    public ObservableList<Row<KnownVersion>> rows() {
        return versions.rows();
    }

    /** What stands where none is shown. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads them, anew if that was done before. */
    public void read() {
        var environment = workspace.selection().environment();
        if (environment.isEmpty()) {
            return;
        }
        var name = environment.get().name();
        if (!environment.get().application().equals(application)) {
            versions.update(List.of());
            application = environment.get().application();
        }
        state.set(Words.of("deploy.versions.reading"));
        workspace
                .background()
                .run(
                        Words.of("deploy.versions.work"),
                        () -> workspace.connection().desk().versions(name),
                        found -> {
                            state.set(Words.of("deploy.versions.none"));
                            versions.update(found);
                        },
                        failure -> state.set(Words.of("deploy.versions.failed")));
    }
}
