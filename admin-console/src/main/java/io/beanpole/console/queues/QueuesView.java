package io.beanpole.console.queues;

import io.beanpole.console.action.Action;
import io.beanpole.console.action.Actions;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.queues.letters.LettersPane;
import io.beanpole.console.queues.letters.LettersViewModel;
import io.beanpole.console.queues.timeline.MessagesPane;
import io.beanpole.console.queues.timeline.MessagesViewModel;
import io.beanpole.console.screen.CopiedCommands;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The lanes side by side as cards of equal width. */
public final class QueuesView implements Screen {
    private final QueuesViewModel model;
    private final LettersViewModel letters;
    private final MessagesViewModel messages;
    private final Actions actions;
    private final Map<LaneViewModel, LaneCard> cards = new HashMap<>();
    private final Node node;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab lettersTab;

    @FXML
    private Tab messagesTab;

    @FXML
    private Label summary;

    @FXML
    private Label whyNoTestTask;

    @FXML
    private HBox lanes;

    @FXML
    private ScrollPane scroll;

    @FXML
    private EmptyState nothing;

    /** The screen of one connection. */
    public QueuesView(Workspace workspace) {
        model = new QueuesViewModel(workspace);
        letters = new LettersViewModel(workspace);
        messages = new MessagesViewModel(workspace);
        actions = workspace.actions();
        node = FxmlFile.QUEUES.load(this);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.shown();
        if (messagesTab.isSelected()) {
            messages.shown();
        }
        actions.bind(
                Action.SEND_TEST_TASK,
                () -> model.laneInFrame().ifPresent(LaneViewModel::sendTestTask),
                Bindings.isNotEmpty(model.lanes())
                        .and(model.whyNoTestTaskProperty().isEmpty()));
    }

    @Override
    public void hidden() {
        model.hidden();
        messages.hidden();
        actions.unbind(Action.SEND_TEST_TASK);
    }

    @Override
    public CopiedCommands commands() {
        var lane = letters.laneName();
        if (lane.isEmpty()) {
            return CopiedCommands.NONE;
        }
        if (lettersTab.isSelected()) {
            return new CopiedCommands(
                    "./beanpole dlq list " + lane,
                    "aws sqs receive-message --max-number-of-messages 10 --message-system-attribute-names All"
                            + " --message-attribute-names All --queue-url " + letters.deadLetterUrl());
        }
        return new CopiedCommands(
                messagesTab.isSelected() ? "./beanpole messages " + lane : "./beanpole lanes",
                "aws sqs get-queue-attributes --attribute-names All --queue-url " + letters.queueUrl());
    }

    private void openLetters(String lane) {
        letters.chooseLane(lane);
        tabs.getSelectionModel().select(lettersTab);
    }

    private void openMessages(String lane) {
        messages.chooseLane(lane);
        tabs.getSelectionModel().select(messagesTab);
    }

    private void openTimeline(String lane, String message) {
        openMessages(lane);
        messages.choose(message);
    }

    @FXML
    private void initialize() {
        lettersTab.setContent(new LettersPane(letters, this::openTimeline).node());
        messagesTab.setContent(new MessagesPane(messages).node());
        messagesTab.selectedProperty().addListener((tab, before, now) -> {
            if (now) {
                messages.shown();
            } else {
                messages.hidden();
            }
        });
        summary.textProperty().bind(model.summaryProperty());
        whyNoTestTask.textProperty().bind(model.whyNoTestTaskProperty());
        whyNoTestTask.managedProperty().bind(model.whyNoTestTaskProperty().isNotEmpty());
        whyNoTestTask.visibleProperty().bind(whyNoTestTask.managedProperty());
        model.readProperty().addListener((read, before, now) -> sayNothing());
        sayNothing();
        nothing.visibleProperty().bind(Bindings.isEmpty(model.lanes()));
        scroll.visibleProperty().bind(nothing.visibleProperty().not());
        model.lanes().addListener((ListChangeListener<LaneViewModel>) change -> arrange());
        arrange();
    }

    private void sayNothing() {
        if (model.readProperty().get()) {
            nothing.say(Words.of("queues.empty.title"), Words.of("queues.empty.advice"));
        } else {
            nothing.say(Words.of("queues.reading.title"), Words.of("queues.reading.advice"));
        }
    }

    private void arrange() {
        cards.keySet().retainAll(model.lanes());
        lanes.getChildren()
                .setAll(model.lanes().stream()
                        .map(lane -> cards.computeIfAbsent(lane, this::card))
                        .map(LaneCard::node)
                        .toList());
    }

    private LaneCard card(LaneViewModel lane) {
        var card =
                new LaneCard(lane, model.whyNoTestTaskProperty(), new LaneWays(this::openLetters, this::openMessages));
        HBox.setHgrow(card.node(), Priority.ALWAYS);
        return card;
    }
}
