package io.beanpole.console.queues;

import io.beanpole.console.action.Action;
import io.beanpole.console.action.Actions;
import io.beanpole.console.control.EmptyState;
import io.beanpole.console.screen.FxmlFile;
import io.beanpole.console.screen.Screen;
import io.beanpole.console.screen.Workspace;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The lanes side by side as cards of equal width. */
public final class QueuesView implements Screen {
    private final QueuesViewModel model;
    private final Actions actions;
    private final Map<LaneViewModel, LaneCard> cards = new HashMap<>();
    private final Node node;

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
        actions.bind(
                Action.SEND_TEST_TASK,
                () -> model.lanes().get(0).sendTestTask(),
                Bindings.isNotEmpty(model.lanes())
                        .and(model.whyNoTestTaskProperty().isEmpty()));
    }

    @Override
    public void hidden() {
        model.hidden();
        actions.unbind(Action.SEND_TEST_TASK);
    }

    @FXML
    private void initialize() {
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
            nothing.say("No lane here", "A lane is a worker environment with its queue; ./beanpole deploy makes both.");
        } else {
            nothing.say("Reading the queues", "This takes a moment.");
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
        var card = new LaneCard(lane, model.whyNoTestTaskProperty());
        HBox.setHgrow(card.node(), Priority.ALWAYS);
        return card;
    }
}
