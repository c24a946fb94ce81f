package io.beanpole.console.queues.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.guard.CloudKind;
import io.beanpole.console.guard.ConfirmationViewModel;
import io.beanpole.console.guard.ConsoleGuard;
import io.beanpole.console.guard.GuardedPlace;
import io.beanpole.console.screen.ConnectionCard;
import io.beanpole.console.screen.Workspace;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look hides letters from others and raises their receive counts, so that the guard stands before it, too. */
class LookGuardTest {
    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace test = TestWorkspace.inline(cloud);
    private boolean isReadOnly;
    private final ConfirmationViewModel confirmation = new ConfirmationViewModel();

    LookGuardTest() {
        cloud.letters.with(3, "clip", "the clip has no video stream");
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void onAReadOnlyConnectionNoLetterIsReceived() {
        isReadOnly = true;

        on(CloudKind.LOCAL).look();

        assertThat(cloud.letters.done).isEmpty();
    }

    @Test
    void withoutTheRightToReceiveNoLetterIsReceived() {
        var guard = guard(CloudKind.LOCAL);
        guard.lacks(List.of("sqs:ReceiveMessage"));

        new LettersViewModel(workspace(CloudKind.LOCAL, guard)).look();

        assertThat(cloud.letters.done).isEmpty();
    }

    @Test
    void inProductionTheCostIsAgreedToFirst() {
        var letters = on(CloudKind.PRODUCTION);

        letters.look();

        var asked = confirmation.askedProperty().get().orElseThrow();
        assertThat(asked.question().consequences()).contains("raises the receive count of each by one");
        assertThat(cloud.letters.done).isEmpty();
        confirmation.typedProperty().set("beanpole-standard-dead-letters");
        confirmation.confirm();
        assertThat(cloud.letters.done).containsExactly("look 3");
    }

    @Test
    void elsewhereALookIsOneClick() {
        on(CloudKind.STAGING).look();

        assertThat(cloud.letters.done).containsExactly("look 3");
    }

    private LettersViewModel on(CloudKind kind) {
        return new LettersViewModel(workspace(kind, guard(kind)));
    }

    private ConsoleGuard guard(CloudKind kind) {
        return new ConsoleGuard(
                new SimpleObjectProperty<>(new GuardedPlace("here", kind, isReadOnly, true)),
                confirmation,
                test.notices());
    }

    private Workspace workspace(CloudKind kind, ConsoleGuard guard) {
        var usual = test.workspace();
        usual.selection().choose("beanpole-local-standard");
        return new Workspace(
                new SimpleObjectProperty<>(new ConnectionCard("here", kind, 0)),
                usual.connection(),
                usual.selection(),
                usual.lanes(),
                usual.alarms(),
                usual.polling(),
                usual.background(),
                usual.actions(),
                guard,
                usual.places(),
                usual.memory(),
                usual.notices(),
                usual.clock());
    }
}
