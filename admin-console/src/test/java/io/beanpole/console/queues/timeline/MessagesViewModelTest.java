package io.beanpole.console.queues.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.screen.Place;
import io.beanpole.console.screen.ScreenName;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesViewModelTest {
    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace test = TestWorkspace.inline(cloud);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theMessagesOfALaneAreListedAndOneTellsItsLife() {
        MessageLives.tell(cloud);
        var messages = new MessagesViewModel(test.workspace());
        messages.chooseLane("standard");
        messages.shown();
        await().until(() -> messages.messages().size() == 3);

        messages.choose(MessageLives.DEAD);

        await().until(() -> messages.messageProperty().get().isPresent());
        assertThat(messages.messageProperty().get().orElseThrow().events()).hasSize(6);
    }

    @Test
    void aMessageThatNoDaemonSawIsSaid() {
        MessageLives.tell(cloud);
        var messages = new MessagesViewModel(test.workspace());
        messages.shown();

        messages.choose("unknown");

        await().until(() -> messages.toldProperty().get().startsWith("No daemon has received this message"));
    }

    @Test
    void whereNoTimelinesAreToldTheReasonStandsAndNothingIsAsked() {
        cloud.timelines.whyNot = Optional.of("AWS does not tell.");

        var messages = new MessagesViewModel(test.workspace());
        messages.shown();

        assertThat(messages.whyNot()).contains("AWS does not tell.");
        assertThat(test.notices().problems()).isEmpty();
    }

    @Test
    void aMessageOfOnesOwnIsSentAfterAQuestionAndLookedFor() {
        var messages = new MessagesViewModel(test.workspace());
        messages.chooseLane("standard");
        messages.bodyProperty().set("{\"kind\":\"probe\"}");

        messages.send();

        assertThat(test.asked())
                .singleElement()
                .satisfies(
                        question -> assertThat(question.title()).isEqualTo("Send this message to beanpole-standard?"));
        assertThat(cloud.lanes.sent).containsExactly("standard: {\"kind\":\"probe\"}");
        assertThat(messages.chosenProperty().get()).isEqualTo("message-1");
    }

    @Test
    void theLogsOfTheLaneAreOneStepAway() {
        var messages = new MessagesViewModel(test.workspace());
        messages.chooseLane("standard");

        messages.openLogs();

        assertThat(test.workspace().places().wantedProperty().get())
                .contains(Place.of(ScreenName.LOGS, "beanpole-local-standard"));
    }

    @Test
    void theMessagesAreThoseOfTheEnvironmentInTheFrame() {
        var messages = new MessagesViewModel(test.workspace());

        test.workspace().selection().choose("beanpole-local-standard");
        assertThat(messages.laneProperty().get()).isEqualTo("standard");

        messages.chooseLane("express");
        assertThat(test.workspace().selection().name()).isEqualTo("beanpole-local-express");
    }

    @Test
    void aLaneThatVanishesIsNotReplacedByAnother() {
        var messages = new MessagesViewModel(test.workspace());
        messages.chooseLane("standard");
        messages.bodyProperty().set("{}");

        test.workspace()
                .lanes()
                .update(
                        cloud.lanes.states.subList(0, 1),
                        test.workspace().clock().instant());
        messages.send();

        assertThat(messages.laneProperty().get()).isEqualTo("standard");
        assertThat(messages.hereProperty().get()).isFalse();
        assertThat(cloud.lanes.sent).isEmpty();
    }

    @Test
    void whatIsSentIsWhatAndWhereTheQuestionSaid() {
        var messages = new MessagesViewModel(test.workspace());
        messages.chooseLane("standard");
        messages.bodyProperty().set("{}");
        test.whileAsked(() -> {
            messages.chooseLane("express");
            messages.bodyProperty().set("other");
        });

        messages.send();

        assertThat(cloud.lanes.sent).containsExactly("standard: {}");
        assertThat(messages.chosenProperty().get()).isEmpty();
        assertThat(messages.sentProperty().get()).isEqualTo("Sent to beanpole-standard as message-1");
    }
}
