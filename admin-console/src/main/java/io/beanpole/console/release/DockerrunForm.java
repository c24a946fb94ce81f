package io.beanpole.console.release;

import io.beanpole.console.polling.Background;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
                  "portMappings": [
                    {"hostPort": 80, "containerPort": 8080}
                  ]
                }
              ]
            }
            """;

    /** From here on a text is examined off the window's thread. */
    private static final int LARGE = 64 * 1024;

    private final Optional<Background> background;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty image = new SimpleStringProperty(this, "image", "");
    private final StringProperty memory = new SimpleStringProperty(this, "memory", "");
    private final StringProperty reservation = new SimpleStringProperty(this, "reservation", "");
    private final StringProperty ports = new SimpleStringProperty(this, "ports", "");
    private final StringProperty environment = new SimpleStringProperty(this, "environment", "");
    private final StringProperty volumes = new SimpleStringProperty(this, "volumes", "");
    private final StringProperty command = new SimpleStringProperty(this, "command", "");
    private final ReadOnlyStringWrapper whyNotEditable = new ReadOnlyStringWrapper(this, "whyNotEditable", "");
    private final ReadOnlyBooleanWrapper examining = new ReadOnlyBooleanWrapper(this, "examining", false);
    private final ObservableList<DockerrunFinding> findings = FXCollections.observableArrayList();
    private final ObservableList<DiffLine> changes = FXCollections.observableArrayList();

    private final ReadOnlyStringWrapper logDirectory = new ReadOnlyStringWrapper(this, "logDirectory", "");
    private String deployed = "";
    private boolean isWorker;
    private boolean following;

    /** A form that examines large files in the background. */
    public DockerrunForm(Background background) {
        this(Optional.of(background));
    }

    /** A form that examines every file at once. */
    DockerrunForm() {
        this(Optional.empty());
    }

    private DockerrunForm(Optional<Background> background) {
        this.background = background;
        text.addListener((property, before, after) -> follow(this::readFields));
        for (var field : List.of(image, memory, reservation, ports, environment, volumes, command)) {
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
            examine(examined -> show(examined, List.of()));
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

    /** A line {@code /host/path:/container/path} per volume. */
    public StringProperty volumesProperty() {
        return volumes;
    }

    /** Of which Elastic Beanstalk takes the files into its logs, which no volume shows; empty for none. */
    public ReadOnlyStringProperty logDirectoryProperty() {
        return logDirectory.getReadOnlyProperty();
    }

    /** A line per word. */
    public StringProperty commandProperty() {
        return command;
    }

    /** Why the fields can't be used, as a sentence; empty when they can. */
    public ReadOnlyStringProperty whyNotEditableProperty() {
        return whyNotEditable.getReadOnlyProperty();
    }

    /** Whether a large file is being examined, so that findings and changes are of an earlier text. */
    public ReadOnlyBooleanProperty examiningProperty() {
        return examining.getReadOnlyProperty();
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
                : Examination.document(deployed).map(DockerrunDocument::images).orElse(List.of());
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
        examine(examined -> {
            whyNotEditable.set(examined.document()
                    .map(DockerrunDocument::whyNotEditable)
                    .orElseGet(() -> Optional.of(noJson(examined)))
                    .orElse(""));
            examined.document()
                    .ifPresent(readable ->
                            show(readable.whyNotEditable().isPresent() ? FormFields.EMPTY : FormFields.of(readable)));
            show(examined, List.of());
        });
    }

    private static String noJson(Examination examined) {
        return examined.findings().stream()
                .findFirst()
                .map(first -> Words.of("deploy.form.noJsonAt", Integer.toString(first.line())))
                .orElse(Words.of("deploy.form.noJson"));
    }

    private void show(FormFields fields) {
        image.set(fields.image());
        memory.set(fields.memory());
        reservation.set(fields.reservation());
        ports.set(fields.ports());
        environment.set(fields.environment());
        volumes.set(fields.volumes());
        command.set(fields.command());
    }

    private void writeText() {
        var fields = new FormFields(
                image.get(),
                memory.get(),
                reservation.get(),
                ports.get(),
                environment.get(),
                volumes.get(),
                command.get());
        var problems = fields.problems();
        if (problems.isEmpty()) {
            Examination.document(text.get())
                    .filter(document -> document.whyNotEditable().isEmpty())
                    .ifPresent(document -> text.set(fields.into(document).toJson()));
        }
        examine(examined -> show(examined, problems));
    }

    /** Hands over what the text means: at once, or, for a large one, as soon as it is known and still the text. */
    private void examine(Consumer<Examination> then) {
        var examined = text.get();
        var base = deployed;
        var forWorker = isWorker;
        if (examined.length() < LARGE || background.isEmpty()) {
            examining.set(false);
            then.accept(Examination.of(examined, base, forWorker));
            return;
        }
        examining.set(true);
        background
                .get()
                .run(Words.of("deploy.form.examining"), () -> Examination.of(examined, base, forWorker), found -> {
                    if (examined.equals(text.get())) {
                        examining.set(false);
                        follow(() -> then.accept(found));
                    }
                });
    }

    private void show(Examination examined, List<DockerrunFinding> ofFields) {
        var all = new ArrayList<>(ofFields);
        all.addAll(examined.findings());
        if (!all.equals(findings)) {
            findings.setAll(all);
        }
        examined.document().ifPresent(readable -> logDirectory.set(FormFields.logDirectory(readable)));
        if (!examined.changes().equals(changes)) {
            changes.setAll(examined.changes());
        }
    }

    private static String tidy(String text) {
        return Examination.document(text).map(DockerrunDocument::toJson).orElse(text);
    }
}
