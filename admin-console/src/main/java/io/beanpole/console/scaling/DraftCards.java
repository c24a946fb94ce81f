package io.beanpole.console.scaling;

import io.beanpole.console.control.ChoiceWords;
import io.beanpole.console.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The form of a draft: a card for the group, one for each alarm and each policy. */
final class DraftCards {
    private final DraftViewModel draft;

    DraftCards(DraftViewModel draft) {
        this.draft = draft;
    }

    /** All cards of the draft as it is now. */
    List<Node> cards() {
        var cards = new ArrayList<Node>();
        if (draft.standingProperty().get().isPresent()) {
            cards.add(group());
            draft.alarms().stream().filter(AlarmDraft::runsSomething).forEach(alarm -> cards.add(alarm(alarm)));
            draft.policies().forEach(policy -> cards.add(policy(policy)));
            idle().ifPresent(cards::add);
        }
        return cards;
    }

    /** Alarms that scale nothing are at hand, but not in the way. */
    private Optional<Node> idle() {
        var others =
                draft.alarms().stream().filter(alarm -> !alarm.runsSomething()).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var box = new VBox();
        box.getStyleClass().add("draft-cards");
        others.forEach(alarm -> box.getChildren().add(alarm(alarm)));
        var fold = new TitledPane(Words.of("scaling.alarms.idle", String.valueOf(others.size())), box);
        fold.setId("draft-idle-alarms");
        fold.setExpanded(false);
        fold.setAnimated(false);
        return Optional.of(fold);
    }

    private Node group() {
        var title = Words.of("scaling.group.title");
        var group = draft.group();
        return card(
                title,
                "",
                fields(
                        Field.text("scaling.field.minimum", title, group.minimumProperty(), "draft-minimum"),
                        Field.text("scaling.field.maximum", title, group.maximumProperty(), "draft-maximum"),
                        Field.text("scaling.field.cooldown", title, group.cooldownProperty(), "draft-cooldown"),
                        Field.text("scaling.field.warmup", title, group.warmUpProperty(), "draft-warmup")
                                .saysWhenEmpty("scaling.field.warmup.empty")));
    }

    private static Node alarm(AlarmDraft alarm) {
        var title = alarm.title();
        var enabled = new CheckBox(Words.of(alarm.runsSomething() ? "scaling.field.enabled" : "scaling.field.actions"));
        enabled.selectedProperty().bindBidirectional(alarm.enabledProperty());
        return card(
                Words.of("scaling.alarm.card", title),
                Words.of("scaling.alarm.watches", alarm.watches(), AlarmText.policies(alarm.policies())),
                fields(
                        Field.choice(
                                "scaling.field.comparison",
                                title,
                                alarm.comparisonProperty(),
                                ChoiceWords.ofEnum("scaling.comparison")),
                        Field.text("scaling.field.threshold", title, alarm.thresholdProperty(), id(title, "threshold")),
                        Field.text("scaling.field.period", title, alarm.periodProperty(), id(title, "period")),
                        Field.text(
                                "scaling.field.datapoints", title, alarm.datapointsProperty(), id(title, "datapoints")),
                        Field.text("scaling.field.periods", title, alarm.periodsProperty(), id(title, "periods")),
                        Field.choice(
                                "scaling.field.missing",
                                title,
                                alarm.missingDataProperty(),
                                ChoiceWords.ofEnum("scaling.missing"))),
                enabled);
    }

    private static Node policy(PolicyDraft policy) {
        var title = policy.title();
        var fields = fields();
        if (!policy.hasSteps()) {
            fields.getChildren()
                    .add(Field.text(
                            policy.isSimple() ? "scaling.field.amount" : "scaling.field.target",
                            title,
                            policy.numberProperty(),
                            id(title, "number")));
        }
        fields.getChildren()
                .add(Field.text(
                        policy.isSimple() ? "scaling.field.cooldown" : "scaling.field.warmup",
                        title,
                        policy.pauseProperty(),
                        id(title, "pause")));
        var card = card(Words.of("scaling.policy.card", title), policy.kind(), fields);
        if (policy.hasSteps()) {
            card.getChildren().add(steps(policy));
        }
        return card;
    }

    private static VBox steps(PolicyDraft policy) {
        var box = new VBox(4);
        var add = new Button(Words.of("scaling.step.add"));
        add.setOnAction(event -> policy.addStep());
        Runnable show = () -> {
            box.getChildren().setAll(new Label(Words.of("scaling.step.words")));
            policy.steps().forEach(step -> box.getChildren().add(step(policy, step)));
            box.getChildren().add(add);
        };
        policy.steps().addListener((ListChangeListener<StepDraft>) change -> show.run());
        show.run();
        return box;
    }

    private static HBox step(PolicyDraft policy, StepDraft step) {
        var place = Words.of(
                "scaling.step.place",
                policy.title(),
                String.valueOf(policy.steps().indexOf(step) + 1));
        var remove = new Button(Words.of("scaling.step.remove"));
        remove.setAccessibleText(Words.of("scaling.step.remove") + ", " + place);
        remove.setOnAction(event -> policy.remove(step));
        var row = new HBox(
                new Label(Words.of("scaling.step.from")),
                bound(step, place, true),
                new Label(Words.of("scaling.step.to")),
                bound(step, place, false),
                new Label("→"),
                amount(step, place),
                remove);
        row.getStyleClass().add("step-row");
        return row;
    }

    private static TextField bound(StepDraft step, String place, boolean isLower) {
        var field = new TextField();
        field.setPromptText(Words.of("scaling.step.open"));
        field.setAccessibleText(place + ", " + Words.of(isLower ? "scaling.step.from" : "scaling.step.to"));
        field.getStyleClass().add("short-field");
        field.textProperty().bindBidirectional(isLower ? step.lowerProperty() : step.upperProperty());
        return field;
    }

    private static TextField amount(StepDraft step, String place) {
        var field = new TextField();
        field.setAccessibleText(place + ", " + Words.of("scaling.field.amount"));
        field.getStyleClass().add("short-field");
        field.textProperty().bindBidirectional(step.amountProperty());
        return field;
    }

    private static FlowPane fields(Node... fields) {
        var pane = new FlowPane(fields);
        pane.getStyleClass().add("draft-fields");
        return pane;
    }

    private static VBox card(String title, String detail, Node... content) {
        var name = new Label(title);
        name.getStyleClass().add("draft-title");
        var card = new VBox(name);
        card.getStyleClass().add("draft-card");
        if (!detail.isEmpty()) {
            var words = new Label(detail);
            words.setWrapText(true);
            words.setMinHeight(Label.USE_PREF_SIZE);
            words.getStyleClass().add("muted");
            card.getChildren().add(words);
        }
        card.getChildren().addAll(content);
        return card;
    }

    /** {@code draft-DepthHigh-threshold}. */
    private static String id(String title, String field) {
        return "draft-" + title + "-" + field;
    }
}
