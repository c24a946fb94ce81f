package io.beanpole.console.release;

import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.notice.Problem;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.release.DeploymentRecord;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The deployments of the chosen environment, and how the versions of any two of them differ. */
public final class HistoryModel {
    private final Workspace workspace;
    private final KeyedList<DeploymentRecord> records = new KeyedList<>(DeploymentRecord::id);
    private final ObservableList<DiffLine> difference = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private List<String> compared = List.of();

    HistoryModel(Workspace workspace) {
        this.workspace = workspace;
        compare(List.of());
    }

    /** Newest first. */
    public ObservableList<Row<DeploymentRecord>> rows() {
        return records.rows();
    }

    /** How the files of the two versions differ. */
    public ObservableList<DiffLine> difference() {
        return difference;
    }

    /** What is compared, or why nothing is, in a sentence. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    void update(List<DeploymentRecord> newest) {
        records.update(newest);
    }

    /** Compares: one deployment with what it replaced, two with each other, the older first. */
    public void compare(List<DeploymentRecord> chosen) {
        var pair = pair(chosen);
        if (pair.equals(compared) && !pair.isEmpty()) {
            return;
        }
        compared = pair;
        difference.clear();
        if (pair.isEmpty()) {
            state.set(Words.of(chosen.isEmpty() ? "deploy.history.choose" : "deploy.history.nothingBefore"));
            return;
        }
        state.set(Words.of("deploy.history.comparing", pair.get(0), pair.get(1)));
        var name = chosen.get(0).environmentName();
        workspace
                .background()
                .run(
                        Words.of("deploy.history.work"),
                        () -> workspace.connection().desk().difference(name, pair.get(0), pair.get(1)),
                        files -> {
                            if (pair.equals(compared)) {
                                difference.setAll(PlanLines.files(files));
                                state.set(Words.of(
                                        files.isEmpty() ? "deploy.history.same" : "deploy.history.difference",
                                        pair.get(0),
                                        pair.get(1)));
                            }
                        },
                        failure -> {
                            if (pair.equals(compared)) {
                                state.set(Problem.sentence(failure));
                            }
                        });
    }

    private static List<String> pair(List<DeploymentRecord> chosen) {
        if (chosen.size() == 1) {
            var only = chosen.get(0);
            return only.fromVersion().isEmpty() ? List.of() : List.of(only.fromVersion(), only.toVersion());
        }
        if (chosen.size() < 2) {
            return List.of();
        }
        var byTime = chosen.stream()
                .sorted((one, other) -> one.startedAt().compareTo(other.startedAt()))
                .toList();
        return List.of(byTime.get(0).toVersion(), byTime.get(byTime.size() - 1).toVersion());
    }
}
