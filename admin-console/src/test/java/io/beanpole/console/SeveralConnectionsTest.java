package io.beanpole.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.connection.ConnectionChoice;
import io.beanpole.console.connection.ConnectionState;
import io.beanpole.console.connection.Reach;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.guard.Deed;
import io.beanpole.console.guard.Question;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.theme.Theme;
import io.beanpole.deploy.connection.Connection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SeveralConnectionsTest {
    private static final ConnectionChoice PRODUCTION =
            new ConnectionChoice(new Reach.Stage("production", false), "production", CloudKind.PRODUCTION, 6, false);

    @TempDir
    Path directory;

    private final FakeConnection local = FakeConnection.busy();
    private final FakeConnection far = FakeConnection.busy();
    private final FakeSource localSource = new FakeSource(Optional.of(local));
    private OpenConsole console;

    @Start
    void open(Stage stage) {
        far.kind = Connection.Kind.AWS;
        var farSource = new FakeSource(Optional.of(far));
        console = OpenConsole.on(
                stage,
                choice -> choice.equals(PRODUCTION) ? farSource : localSource,
                directory.resolve("console.json"));
        console.parts().settings().settings().connections().add(PRODUCTION);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void bothAreOpenAtOnceAndKeysSwitchBetweenThem(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        assertThat(chosen()).isEqualTo("local cloud");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT2);

        assertThat(chosen()).isEqualTo("production");
        assertThat(model().workspaces().active()).contains(workspace("production"));
        assertThat(console.stage().getTitle()).contains("production");
    }

    @Test
    void productionStandsOverTheWholeWindow(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        assertThat(isVisible(robot, "#production-bar")).isFalse();

        robot.clickOn("#connection-switcher").clickOn("#connection-1");

        assertThat(isVisible(robot, "#production-bar")).isTrue();
        Snapshot.of(console.scene(), "production-light");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT1);
        assertThat(isVisible(robot, "#production-bar")).isFalse();
    }

    @Test
    void aChangeInProductionIsTypedInTheWindowAndTheKeyboardStaysThere(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var done = new AtomicInteger();
        var question = new Question(
                "beanpole-web",
                "Deploy v2 to beanpole-web?",
                "Its two instances are replaced one after the other. Rolling back deploys v1 again.",
                "Deploy",
                false);
        robot.interact(() -> {
            model().workspaces().activate(workspace("production"));
            workspace("production").guard().ask(question, done::incrementAndGet);
        });

        assertThat(console.scene().getFocusOwner().getId()).isEqualTo("confirmation-typed");
        Snapshot.of(console.scene(), "confirmation-light");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(done).hasValue(0);
        robot.push(KeyCode.TAB);
        assertThat(console.scene().getFocusOwner().getId()).isEqualTo("cancel");
        robot.push(KeyCode.TAB);
        robot.write("beanpole-web");
        robot.push(KeyCode.ENTER);

        assertThat(done).hasValue(1);
        assertThat(isVisible(robot, "#confirmation")).isFalse();
        assertThat(model().settings().screenProperty().get()).isEqualTo(ScreenName.ENVIRONMENTS);
    }

    @Test
    void aCloudThatGoesAwayLeavesWhatWasReadOfItAndNeverLeadsToAnotherOneByItself(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var before = workspace("local cloud");
        await().until(() -> !before.selection().environments().isEmpty());

        localSource.put(Optional.empty());

        await().until(() -> model().connections().get(0).stateProperty().get() == ConnectionState.ABSENT);
        assertThat(chosen()).isEqualTo("local cloud");
        assertThat(workspace("local cloud")).isSameAs(before);
        assertThat(before.selection().environments()).isNotEmpty();
        assertThat(before.guard().whyNot(Deed.DEPLOY).get()).contains("local cloud isn't there");
        assertThat(local.closed).isFalse();
        Snapshot.of(console.scene(), "away-light");

        localSource.put(Optional.of(local));

        await().until(() -> model().connections().get(0).stateProperty().get() == ConnectionState.CONNECTED);
        assertThat(workspace("local cloud")).isSameAs(before);
        assertThat(before.guard().whyNot(Deed.DEPLOY).get()).isEmpty();
    }

    @Test
    void aConnectionThatIsRenamedRecolouredAndTreatedOtherwiseStaysOpenWithWhatIsUnderWay(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var before = workspace("production");
        var gate = new CountDownLatch(1);
        var done = new AtomicInteger();
        robot.interact(() -> before.background().run("Redriving", () -> awaited(gate), done::addAndGet));
        var dialog = new ConnectionsViewModel(model().settings(), gone -> {});

        robot.interact(() -> {
            dialog.recolor(model().settings().connections().get(1));
            dialog.rename(model().settings().connections().get(1), "live");
            dialog.treatAs(model().settings().connections().get(1), CloudKind.STAGING);
        });

        assertThat(workspace("live")).isSameAs(before);
        assertThat(before.card()).isEqualTo(new ConnectionCard("live", CloudKind.STAGING, 7));
        assertThat(far.closed).isFalse();
        gate.countDown();
        await().until(() -> done.get() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT2);
        assertThat(isVisible(robot, "#production-bar")).isFalse();
        assertThat(console.stage().getTitle()).contains("live");
    }

    @Test
    void aConnectionThatIsTakenAwayUnderWorkIsClosedAfterTheWorkHasEnded(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var gate = new CountDownLatch(1);
        var wasOpen = new AtomicBoolean();
        robot.interact(
                () -> workspace("production").background().run("Redriving", () -> puttingRight(gate), open -> {}));
        await().until(() -> !model().connections().get(1).works().isEmpty());

        robot.interact(() -> model().remove(model().settings().connections().get(1)));

        assertThat(isVisible(robot, "#confirmation")).as("it asks first").isTrue();
        robot.clickOn("#confirm");
        await().until(() -> model().connections().size() == 1);
        wasOpen.set(!far.closed);
        gate.countDown();
        await().until(() -> far.closed);
        assertThat(wasOpen).as("while letters were given back").isTrue();
    }

    @Test
    void theLanesOfAConnectionInAwsAreCountedOnlyWhileTheyAreSeen(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var there = workspace("production");
        await().until(() -> there.selection().readProperty().get());
        assertThat(there.lanes().readProperty().get()).isFalse();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(there.lanes().wantedProperty().get())
                .as("another connection's are seen")
                .isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT2);

        await().until(() -> there.lanes().readProperty().get());
    }

    @Test
    void closingTheWindowUnderWorkAsksOnceAndNoMeansNo(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var gate = new CountDownLatch(1);
        robot.interact(() -> workspace("production").background().run("Redriving", () -> awaited(gate), done -> {}));
        await().until(() -> !model().background().current().isEmpty());

        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.push(KeyCode.CONTROL, KeyCode.Q);

        assertThat(isVisible(robot, "#confirmation")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isVisible(robot, "#confirmation")).isFalse();
        assertThat(console.stage().isShowing()).isTrue();
        gate.countDown();
    }

    @Test
    void aPlaceOnAnotherConnectionIsGoneToWithItsEnvironment(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var there = workspace("production");
        await().until(() -> !there.selection().environments().isEmpty());

        robot.interact(() -> there.places().go(Place.of(ScreenName.QUEUES, "beanpole-local-web")));

        assertThat(chosen()).isEqualTo("production");
        assertThat(there.selection().name()).isEqualTo("beanpole-local-web");
        assertThat(robot.lookup("#lane-express").tryQuery()).isPresent();
    }

    @Test
    void theReadOnlySwitchOfOneConnectionLeavesTheOtherAlone(FxRobot robot) {
        await().until(() -> model().workspaces().open().size() == 2);
        var before = workspace("local cloud");

        robot.interact(() -> model().toggleReadOnly());

        assertThat(model().connections().get(0).choice().isReadOnly()).isTrue();
        assertThat(model().connections().get(1).choice().isReadOnly()).isFalse();
        assertThat(workspace("local cloud")).as("it stays open").isSameAs(before);
        console.show(ScreenName.QUEUES, Theme.DARK);
        Snapshot.of(console.scene(), "read-only-dark");
    }

    private MainViewModel model() {
        return console.parts().model();
    }

    private String chosen() {
        WaitForAsyncUtils.waitForFxEvents();
        return model().connectionName();
    }

    private Workspace workspace(String name) {
        return model().workspaces().open().stream()
                .filter(workspace -> workspace.card().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isVisible(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static int awaited(CountDownLatch gate) {
        try {
            return gate.await(10, TimeUnit.SECONDS) ? 1 : 0;
        } catch (InterruptedException e) {
            return -1;
        }
    }

    /** Work that is given up and has something to put right before it ends. */
    private static int puttingRight(CountDownLatch gate) {
        return awaited(gate) < 0 ? awaited(gate) : 1;
    }
}
