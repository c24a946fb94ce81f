package io.beanpole.endtoend.window;

import java.time.Duration;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;

/** The screen Deploy. */
public final class DeployScreen {
    private static final Duration DEPLOYMENT = Duration.ofMinutes(4);

    private final ConsoleWindow window;

    /** Shows it. */
    public DeployScreen(ConsoleWindow window) {
        this.window = window;
        window.go("deploy");
        glance().soon("images", () -> glance().rows("#image-table") > 0);
    }

    /** Lists the images of a repository, until one has the tag. */
    public void list(String repository, String tag) {
        window.robot()
                .interact(() -> window.robot()
                        .lookup("#image-repository")
                        .queryAs(ComboBox.class)
                        .getSelectionModel()
                        .select(repository));
        glance().soon("image " + tag, () -> glance().shows("#image-table", tag));
    }

    /** Takes an image into the Dockerrun file. */
    public void take(String tag, String digest) {
        window.chooseRow("#image-table", tag);
        takesIn(digest);
    }

    /** Waits until the Dockerrun file has the image. */
    public void takesIn(String digest) {
        glance().soon(
                        "the Dockerrun file with " + digest,
                        () -> glance().text("#dockerrun-image").contains(digest));
    }

    /** Turns to the difference to what is deployed, and waits until it has the words. */
    public void readDifference(String words) {
        window.robot()
                .interact(() -> window.robot().lookup(".tab-pane").queryAllAs(TabPane.class).stream()
                        .flatMap(tabs -> tabs.getTabs().stream())
                        .filter(tab -> tab.getText().startsWith("Changes"))
                        .forEach(tab -> tab.getTabPane().getSelectionModel().select(tab)));
        glance().soon("a difference with " + words, () -> glance().listed("#dockerrun-changes", words));
    }

    /** Begins what is chosen, with a note for the history. */
    public void deploy(String note) {
        window.click("#deploy-note").write(note);
        window.click("#deploy-button");
        window.confirm();
    }

    /** Begins to return to a version. */
    public void rollback(String version) {
        glance().soon(
                        "a way back to " + version,
                        () -> glance().label("#rollback-button").contains(version));
        window.click("#rollback-button");
        window.confirm();
    }

    /** Waits until what was confirmed goes on, so that the end of what was before isn't taken for its end. */
    public void awaitBegin() {
        glance().soon("a begin", () -> glance().isStyled("#deployment-outcome", "tone-notice"));
    }

    /** Waits for the end, which the screen judges to be good. */
    public void awaitSuccess() {
        glance().within(DEPLOYMENT, "a good end", () -> glance().isStyled("#deployment-outcome", "tone-good"));
    }

    /** Waits for the end, which the screen judges to be bad, and gives what it says. */
    public String awaitFailure() {
        glance().within(DEPLOYMENT, "a bad end", () -> glance().isStyled("#deployment-outcome", "tone-bad"));
        return glance().label("#deployment-outcome");
    }

    private Glance glance() {
        return window.glance();
    }
}
