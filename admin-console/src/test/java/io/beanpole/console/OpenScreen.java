package io.beanpole.console;

import io.beanpole.console.guard.Question;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.theme.Theme;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** One screen in a window of its own, dressed as in the console, on a cloud of the test. */
public final class OpenScreen implements AutoCloseable {
    private final TestWorkspace workspace;
    private final Screen screen;
    private final Scene scene;

    private OpenScreen(TestWorkspace workspace, Screen screen) {
        this.workspace = workspace;
        this.screen = screen;
        this.scene = new Scene((Parent) screen.node(), 1240, 800);
    }

    /** Opens it; to be called on the window's thread. */
    public static OpenScreen on(Stage stage, FakeConnection cloud, Function<Workspace, Screen> screen) {
        return on(stage, cloud, "", screen);
    }

    /**
     * The same where an environment is chosen.
     *
     * @param screen makes it; may prepare the workspace before
     */
    public static OpenScreen on(
            Stage stage, FakeConnection cloud, String environmentName, Function<Workspace, Screen> screen) {
        Theme.LIGHT.apply();
        var workspace = TestWorkspace.inWindow(cloud, Platform::runLater);
        workspace.workspace().selection().choose(environmentName);
        var open = new OpenScreen(workspace, screen.apply(workspace.workspace()));
        open.scene.getStylesheets().add(Theme.stylesheet());
        stage.setScene(open.scene);
        stage.show();
        open.screen.shown();
        return open;
    }

    public Workspace workspace() {
        return workspace.workspace();
    }

    /** What the person was asked before something was changed; they said yes. */
    public List<Question> asked() {
        return workspace.asked();
    }

    /** Why nothing can be changed from now on; to be called on the window's thread. */
    public void forbid(String why) {
        workspace.forbid(why);
    }

    /** All of the window, for a picture. */
    public Scene scene() {
        return scene;
    }

    /** Leaves the screen, and ends what it asks for. */
    @Override
    public void close() {
        Platform.runLater(screen::hidden);
        workspace.close();
    }
}
