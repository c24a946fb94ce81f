package io.beanpole.console.release;

import io.beanpole.deploy.dockerrun.ContainerSettings;
import io.beanpole.deploy.dockerrun.DockerrunCheck;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import io.beanpole.deploy.dockerrun.DockerrunSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A Dockerrun file being edited: as text and as the fields of a form, each following the other; with what is wrong with it
 * and how it differs from what is deployed.
 */
public final class DockerrunForm {
    /** For an environment that runs nothing yet. */
    private static final String SKELETON = """
            {
              "AWSEBDockerrunVersion": 2,
              "containerDefinitions": [
                {
                  "name": "app",
                  "image": "",
                  "essential": true,
                  "memory": 512,
                  "portMappings": [{"hostPort": 80, "containerPort": 8080}]
                }
              ]
            }
            """;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty image = new SimpleStringProperty(this, "image", "");
    private final StringProperty memory = new SimpleStringProperty(this, "memory", "");
    private final StringProperty reservation = new SimpleStringProperty(this, "reservation", "");
    private final StringProperty ports = new SimpleStringProperty(this, "ports", "");
    private final StringProperty environment = new SimpleStringProperty(this, "environment", "");
    private final StringProperty command = new SimpleStringProperty(this, "command", "");
    private final ReadOnlyStringWrapper whyNotEditable = new ReadOnlyStringWrapper(this, "whyNotEditable", "");
    private final ObservableList<DockerrunFinding> findings = FXCollections.observableArrayList();
    private final ObservableList<DiffLine> changes = FXCollections.observableArrayList();

    private String deployed = "";
    private boolean isWorker;
    private boolean following;

    public DockerrunForm() {
        text.addListener((property, before, after) -> follow(this::readFields));
        for (var field : List.of(image, memory, reservation, ports, environment, command)) {
            field.addListener((property, before, after) -> follow(this::writeText));
        }
    }

    /** Begins with what is deployed, or with a draft of a moment ago. */
    void load(Optional<String> deployedText, Optional<String> draft, boolean forWorker) {
        deployed = deployedText.map(DockerrunForm::tidy).orElse("");
        isWorker = forWorker;
        var wanted = draft.orElse(deployed.isEmpty() ? SKELETON : deployed);
        if (wanted.equals(text.get())) {
            follow(this::readFields);
        } else {
            text.set(wanted);
        }
    }

    /** Something else is deployed by now; what was edited stays, what wasn't follows. */
    void rebase(Optional<String> deployedText) {
        var newest = deployedText.map(DockerrunForm::tidy).orElse("");
        if (!newest.equals(deployed)) {
            var isUntouched = !isChanged();
            deployed = newest;
            if (isUntouched && !newest.isEmpty()) {
                text.set(newest);
            }
            check(List.of());
        }
    }

    /** The whole file. */
    public StringProperty textProperty() {
        return text;
    }

    public StringProperty imageProperty() {
        return image;
    }

    /** MiB. */
    public StringProperty memoryProperty() {
        return memory;
    }

    /** MiB. */
    public StringProperty reservationProperty() {
        return reservation;
    }

    /** {@code 80:8080}, with commas between. */
    public StringProperty portsProperty() {
        return ports;
    }

    /** A line {@code NAME=value} per variable. */
    public StringProperty environmentProperty() {
        return environment;
    }

    /** A line per word. */
    public StringProperty commandProperty() {
        return command;
    }

    /** Why the fields can't be used, as a sentence; empty when they can. */
    public ReadOnlyStringProperty whyNotEditableProperty() {
        return whyNotEditable.getReadOnlyProperty();
    }

    /** What is wrong, in the order of the lines. */
    public ObservableList<DockerrunFinding> findings() {
        return findings;
    }

    /** How the text differs from what is deployed; empty when it doesn't. */
    public ObservableList<DiffLine> changes() {
        return changes;
    }

    public boolean isChanged() {
        return !changes.isEmpty();
    }

    /** Takes back all that was edited. */
    public void reset() {
        text.set(deployed.isEmpty() ? SKELETON : deployed);
    }

    /** The images that are deployed now. */
    List<String> deployedImages() {
        return deployed.isEmpty()
                ? List.of()
                : document(deployed).map(DockerrunDocument::images).orElse(List.of());
    }

    /** Lets one side follow the other, and not the other the one again. */
    private void follow(Runnable change) {
        if (!following) {
            following = true;
            try {
                change.run();
            } finally {
                following = false;
            }
        }
    }

    private void readFields() {
        var document = document(text.get());
        whyNotEditable.set(document.map(DockerrunDocument::whyNotEditable)
                .orElse(Optional.of("The text is no JSON; mend it first."))
                .orElse(""));
        document.ifPresent(readable -> show(
                FormFields.of(readable.whyNotEditable().isPresent() ? ContainerSettings.EMPTY : readable.container())));
        check(List.of());
    }

    private void show(FormFields fields) {
        image.set(fields.image());
        memory.set(fields.memory());
        reservation.set(fields.reservation());
        ports.set(fields.ports());
        environment.set(fields.environment());
        command.set(fields.command());
    }

    private void writeText() {
        var fields = new FormFields(
                image.get(), memory.get(), reservation.get(), ports.get(), environment.get(), command.get());
        var problems = fields.problems();
        if (problems.isEmpty()) {
            document(text.get())
                    .filter(document -> document.whyNotEditable().isEmpty())
                    .ifPresent(document ->
                            text.set(document.with(fields.settings()).toJson()));
        }
        check(problems);
    }

    private void check(List<DockerrunFinding> ofFields) {
        var all = new ArrayList<>(ofFields);
        all.addAll(DockerrunCheck.of(text.get(), isWorker));
        if (!all.equals(findings)) {
            findings.setAll(all);
        }
        var difference = DockerrunDiff.of(deployed, text.get());
        if (!difference.equals(changes)) {
            changes.setAll(difference);
        }
    }

    private static Optional<DockerrunDocument> document(String text) {
        try {
            return Optional.of(DockerrunDocument.parse(text));
        } catch (DockerrunSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String tidy(String text) {
        return document(text).map(DockerrunDocument::toJson).orElse(text);
    }
}
