package io.beanpole.console.screen;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The connections that are open, each with its workspace, and the one that is worked on. Belongs to the window's thread. */
public final class Workspaces {
    private final ObservableList<Workspace> open = FXCollections.observableArrayList();
    /** Kept, because a view that nobody keeps is collected with its listeners. */
    private final ObservableList<Workspace> seen = FXCollections.unmodifiableObservableList(open);

    private final ReadOnlyObjectWrapper<Optional<Workspace>> active =
            new ReadOnlyObjectWrapper<>(this, "active", Optional.empty());

    /** Those that are open, in the order of the switcher. */
    public ObservableList<Workspace> open() {
        return seen;
    }

    /** The one whose environments are worked on; empty while none is open. */
    public ReadOnlyObjectProperty<Optional<Workspace>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** The one that is worked on; empty while none is open. */
    public Optional<Workspace> active() {
        return active.get();
    }

    /** Works on this one from now on, if it is open. */
    public void activate(Workspace workspace) {
        if (open.contains(workspace)) {
            active.set(Optional.of(workspace));
        }
    }

    /** These are open from now on; when the active one isn't among them, the first is worked on. */
    public void open(List<Workspace> workspaces) {
        open(
                workspaces,
                active.get()
                        .filter(workspaces::contains)
                        .or(() -> workspaces.stream().findFirst()));
    }

    /**
     * These are open from now on. Those that stay keep their place in the list.
     *
     * @param worked the one that is worked on; empty when the chosen connection is not open
     */
    public void open(List<Workspace> workspaces, Optional<Workspace> worked) {
        if (!open.equals(workspaces)) {
            open.setAll(workspaces);
        }
        active.set(worked.filter(open::contains));
    }

    /** One of them is called or marked otherwise from now on: whoever shows them all shows them anew. */
    public void relabel() {
        open.setAll(List.copyOf(open));
    }
}
