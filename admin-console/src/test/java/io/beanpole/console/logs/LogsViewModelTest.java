package io.beanpole.console.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeTails;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs without a window: what is kept of them, and what is not asked for. */
class LogsViewModelTest {
    private static final String INSTANCE = "i-0c5f3a9e1b7d248f0";
    private static final LogSource SOURCE = new LogSource("beanpole-local-standard", INSTANCE, true);

    private final FakeTails tails = new FakeTails();
    private TestWorkspace workspace;
    private LogsViewModel model;

    @TempDir
    private Path folder;

    @BeforeEach
    void read() {
        var connection = FakeConnection.busy();
        connection.logs = tails;
        tails.texts.put(INSTANCE, "2026/11/21 09:42:01.250000 [INFO] one\n2026/11/21 09:42:02 [ERROR] two\n");
        workspace = TestWorkspace.inline(connection);
        workspace.workspace().selection().choose(SOURCE.environmentName());
        model = new LogsViewModel(workspace.workspace());
        model.shown();
        await().until(() -> !model.sources().chosen().isEmpty());
    }

    @AfterEach
    void close() {
        model.hidden();
        workspace.close();
    }

    @Test
    void whatIsShownIsSavedWithTimeInstanceAndLog() throws Exception {
        model.tail();
        model.search().filterProperty().set("error");
        var file = folder.resolve("some.log");

        model.save(file);

        assertThat(Files.readAllLines(file)).singleElement().asString().startsWith("2026-11-21T09:42:02Z " + INSTANCE);
        assertThat(workspace.notices().news()).last().asString().startsWith("Saved 1 line in");
    }

    @Test
    void theBundleOfOneInstanceIsStoredAndSaid() {
        var file = folder.resolve("logs.zip");

        model.bundle(SOURCE, file);

        assertThat(file).hasContent("bundle of " + INSTANCE);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndTheScreenGoesOn() {
        model.bundle(SOURCE, folder.resolve("not-there/logs.zip"));

        assertThat(model.busyProperty().get()).isFalse();
        assertThat(workspace.notices().problems().values())
                .singleElement()
                .asString()
                .contains("Could not write");
    }

    @Test
    void linesThatCannotBeSavedAreSaidInASentenceWithAdvice() {
        model.tail();

        model.save(folder.resolve("not-there/some.log"));

        assertThat(workspace.notices().news()).isEmpty();
        assertThat(workspace.notices().problems())
                .hasEntrySatisfying(
                        "Saving the lines",
                        sentence -> assertThat(sentence)
                                .startsWith(
                                        folder + "/not-there/some.log could not be written: there is no such folder.")
                                .endsWith("Choose another place."));
    }

    @Test
    void onAReadOnlyConnectionNothingIsAskedFor() {
        workspace.forbid("Changes are forbidden.");
        var file = folder.resolve("logs.zip");

        model.tail();
        model.bundle(SOURCE, file);
        model.followingProperty().set(true);

        assertThat(tails.asked).hasValue(0);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatCannotBeAskedForOrSavedHasAReason() {
        var selected = new SimpleObjectProperty<LogSource>();
        var hindrances = model.hindrances();
        var whyNotBundle = hindrances.whyNotBundle(selected);
        assertThat(whyNotBundle.get()).isEqualTo(Words.of("logs.none-selected"));
        assertThat(hindrances.whyNotSave().get()).isEqualTo("There are no lines to save.");
        assertThat(hindrances.whyNotTail().get()).isEmpty();

        selected.set(SOURCE);
        model.tail();
        assertThat(whyNotBundle.get()).isEmpty();
        assertThat(hindrances.whyNotSave().get()).isEmpty();

        model.followingProperty().set(true);
        assertThat(hindrances.whyNotTail().get()).isEqualTo(Words.of("logs.followed"));

        workspace.forbid("Changes are forbidden.");
        assertThat(hindrances.whyNotTail().get()).isEqualTo("Changes are forbidden.");
        assertThat(whyNotBundle.get()).isEqualTo("Changes are forbidden.");
    }

    @Test
    void aHalfTypedExpressionIsSaidAndTheLinesStay() {
        model.tail();
        model.search().expressionProperty().set(true);

        model.search().filterProperty().set("(ERROR");

        assertThat(model.book().shown()).hasSize(2);
        assertThat(model.search().faultProperty().get()).isEqualTo(Words.of("logs.no-expression"));
        model.search().filterProperty().set("(ERROR|WARN)");
        assertThat(model.search().faultProperty().get()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo("1 of 2 lines");
    }

    @Test
    void linesThatArriveAfterFollowingWasEndedAreNotLost() {
        model.tail();
        tails.texts.computeIfPresent(INSTANCE, (name, text) -> text + "2026/11/21 09:42:03 [INFO] three\n");

        model.followingProperty().set(true);
        await().until(() -> tails.asked.get() == 2);
        model.followingProperty().set(false);

        await().untilAsserted(() -> {
            model.followingProperty().set(true);
            model.followingProperty().set(false);
            assertThat(model.book().shown()).hasSize(3);
        });
    }
}
