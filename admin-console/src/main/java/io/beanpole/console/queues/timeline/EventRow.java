package io.beanpole.console.queues.timeline;

import io.beanpole.console.control.Wording;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.local.ToldMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One event on a message's time line: when, a point on the rail with the shape of its tone, and what happened. */
final class EventRow extends HBox {
    /**
     * An event.
     *
     * @param before the event before it; null for the first
     * @param isLast whether the line ends here
     * @param time says when something was
     */
    EventRow(
            ToldMessage.Event event,
            ToldMessage.@Nullable Event before,
            boolean isLast,
            Function<Instant, String> time) {
        getStyleClass().add("event");
        getChildren().addAll(when(event, before, time), rail(event, isLast), told(event, before, time));
        setAccessibleText(time.apply(event.at()) + " " + Rules.words(event.rule()) + ". " + event.sentence());
        setFocusTraversable(true);
    }

    private static VBox when(
            ToldMessage.Event event, ToldMessage.@Nullable Event before, Function<Instant, String> time) {
        var at = new Label(time.apply(event.at()));
        var gap = new Label(before == null ? "" : later(Duration.between(before.at(), event.at())));
        gap.getStyleClass().add("caption");
        var when = new VBox(at, gap);
        when.getStyleClass().add("event-time");
        return when;
    }

    private static String later(Duration gap) {
        return gap.toMillis() < 50
                ? Words.of("queues.timeline.at-once")
                : Words.of("queues.timeline.later", Wording.duration(gap));
    }

    private static VBox rail(ToldMessage.Event event, boolean isLast) {
        var tone = Rules.tone(event);
        var point = new Label();
        point.getStyleClass().addAll("mark", tone.styleClass());
        point.setGraphic(new FontIcon(tone.icon()));
        var rail = new VBox(point);
        rail.getStyleClass().add("event-rail");
        if (isLast) {
            return rail;
        }
        var line = new Region();
        line.getStyleClass().add("event-line");
        VBox.setVgrow(line, Priority.ALWAYS);
        rail.getChildren().add(line);
        return rail;
    }

    /** What is said of an event beside its rule: nothing twice, and the receive only where it begins. */
    static String facts(ToldMessage.Event event, ToldMessage.@Nullable Event before) {
        var isNewReceive = before == null
                || before.receiveCount() != event.receiveCount()
                || !before.instance().equals(event.instance());
        return Stream.of(
                        event.outcome().equalsIgnoreCase(Rules.words(event.rule())) ? "" : event.outcome(),
                        event.tookMillis() > 0 ? Words.of("queues.timeline.took", took(event.tookMillis())) : "",
                        isNewReceive
                                ? Words.of(
                                        "queues.timeline.receive",
                                        String.valueOf(event.receiveCount()),
                                        event.instance())
                                : "")
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** A POST is often answered within a few milliseconds, which "0.0 s" wouldn't tell. */
    private static String took(long millis) {
        return millis < 1000
                ? Words.of("queues.timeline.millis", String.valueOf(millis))
                : Wording.duration(Duration.ofMillis(millis));
    }

    private static VBox told(
            ToldMessage.Event event, ToldMessage.@Nullable Event before, Function<Instant, String> time) {
        var rule = new Label(Rules.words(event.rule()));
        rule.getStyleClass().add("event-rule");
        var facts = new Label(facts(event, before));
        facts.setManaged(!facts.getText().isEmpty());
        facts.getStyleClass().add("caption");
        facts.setWrapText(true);
        var sentence = new Label(event.sentence());
        sentence.setWrapText(true);
        var told = new VBox(rule, facts, sentence);
        told.getStyleClass().add("event-told");
        var next = event.deadLetteredAt() != null ? event.deadLetteredAt() : event.visibleAgainAt();
        if (next != null) {
            var again = new Label(Words.of(
                    event.deadLetteredAt() != null ? "queues.timeline.dead" : "queues.timeline.again",
                    time.apply(next)));
            again.getStyleClass().add("caption");
            again.setWrapText(true);
            told.getChildren().add(again);
        }
        HBox.setHgrow(told, Priority.ALWAYS);
        return told;
    }
}
