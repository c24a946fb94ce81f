package io.beanpole.console.release;

import io.beanpole.console.control.Wording;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.dockerrun.DockerrunFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person prepares for an environment: an edited file or a version, how it goes out, and why. */
final class Preparation {
    private final DockerrunForm form;
    private final Choice choice;
    private final PolicyForm policy = new PolicyForm();
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final Map<String, String> drafts = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private String environmentName = "";
    private boolean isLoaded;

    Preparation(Workspace workspace) {
        form = new DockerrunForm(workspace.background());
        choice = new Choice(workspace.connection().desk(), workspace.background());
    }

    DockerrunForm form() {
        return form;
    }

    Choice choice() {
        return choice;
    }

    PolicyForm policy() {
        return policy;
    }

    StringProperty note() {
        return note;
    }

    /** Everything that changes what is prepared, or whether it can be deployed. */
    List<Observable> parts() {
        return List.of(
                form.findings(),
                form.changes(),
                form.examiningProperty(),
                choice.fixedProperty(),
                choice.troubleProperty(),
                policy.problemProperty());
    }

    /** All of it as the desk takes it. */
    Order order() {
        return new Order(
                environmentName,
                choice.fixedProperty()
                        .get()
                        .orElseGet(
                                () -> new Content.Dockerrun(form.textProperty().get())),
                policy.wanted(),
                note.get().strip());
    }

    /** Another environment: what was edited and noted for the one before waits for the return to it. */
    void turnTo(String other) {
        if (isLoaded && form.isChanged()) {
            drafts.put(environmentName, form.textProperty().get());
        } else if (isLoaded) {
            drafts.remove(environmentName);
        }
        notes.put(environmentName, note.get());
        environmentName = other;
        isLoaded = false;
        note.set(notes.getOrDefault(other, ""));
        choice.forget();
        policy.show(Optional.empty());
    }

    /** Follows what is known of the environment; what was edited stays. */
    void follow(Standing standing, boolean isWorker) {
        if (isLoaded) {
            form.rebase(standing.dockerrun());
        } else {
            form.load(standing.dockerrun(), Optional.ofNullable(drafts.get(environmentName)), isWorker);
            isLoaded = true;
        }
        policy.show(Optional.of(standing.policies()));
    }

    /** It is deployed; the next is prepared from there. */
    void done(String doneFor) {
        drafts.remove(doneFor);
        notes.remove(doneFor);
        if (doneFor.equals(environmentName)) {
            note.set("");
            choice.forget();
            policy.reset();
        }
    }

    /** What is wrong with it, in a sentence. */
    Optional<String> whyWrong() {
        if (policy.isRefused()) {
            return Optional.of(policy.problemProperty().get());
        }
        if (choice.fixedProperty().get().isPresent()) {
            return Optional.of(choice.troubleProperty().get()).filter(why -> !why.isEmpty());
        }
        if (form.examiningProperty().get()) {
            return Optional.of(Words.of("deploy.form.examining"));
        }
        var errors = form.findings().stream().filter(DockerrunFinding::isError).count();
        return errors == 0
                ? Optional.empty()
                : Optional.of(Words.of("deploy.why.errors", Wording.count(errors, Words.of("deploy.error"))));
    }

    /** Why there is nothing to do, in a sentence. */
    Optional<String> whyNothing() {
        return choice.fixedProperty().get().isPresent() || form.isChanged()
                ? Optional.empty()
                : Optional.of(Words.of("deploy.why.same"));
    }
}
