package io.beanpole.console.release;

import io.beanpole.console.notice.Problem;
import io.beanpole.console.polling.Background;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.BundleReport;
import io.beanpole.deploy.desk.Content;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.desk.ReleaseDesk;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A version or a bundle that is to be deployed as it stands, in place of the edited file. */
public final class Choice {
    private final ReleaseDesk desk;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Content>> fixed =
            new ReadOnlyObjectWrapper<>(this, "fixed", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BundleReport>> report =
            new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    Choice(ReleaseDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /** What was chosen; empty while it is the edited file that is meant. */
    public ReadOnlyObjectProperty<Optional<Content>> fixedProperty() {
        return fixed.getReadOnlyProperty();
    }

    /** What is in it; empty while it is looked into, and when nothing was chosen. */
    public ReadOnlyObjectProperty<Optional<BundleReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Why it can't be deployed, as a sentence; empty when it can. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Looks into a version or a bundle, and means it from now on. */
    public void choose(String environmentName, Content content) {
        fixed.set(Optional.of(content));
        report.set(Optional.empty());
        trouble.set(Words.of("deploy.choice.looking"));
        background.run(
                Words.of("deploy.choice.look", name(content)),
                () -> desk.inspect(new Order(environmentName, content, Optional.empty(), "")),
                found -> ifStill(content, () -> {
                    trouble.set(String.join(" ", found.errors()));
                    report.set(Optional.of(found));
                }),
                failure -> ifStill(content, () -> trouble.set(Problem.sentence(failure))));
    }

    /** Means the edited file again. */
    public void forget() {
        fixed.set(Optional.empty());
        report.set(Optional.empty());
        trouble.set("");
    }

    /** What a person calls it. */
    static String name(Content content) {
        if (content instanceof Content.Version version) {
            return version.label();
        }
        return content instanceof Content.BundleFile bundle
                ? String.valueOf(bundle.path().getFileName())
                : Words.of("deploy.choice.file");
    }

    private void ifStill(Content content, Runnable then) {
        if (fixed.get().filter(content::equals).isPresent()) {
            then.run();
        }
    }
}
