package io.beanpole.console.timeouts;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.timeout.LifePicture;
import io.beanpole.deploy.timeout.LifePicture.Stage;
import io.beanpole.deploy.timeout.LifePicture.Stretch;
import io.beanpole.deploy.timeout.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The life of a message as a strip along the time: a high bar while it is worked on, a middle one while it waits on the
 * instance, a thin one while it is invisible. Height tells the stages apart as well as colour.
 */
final class LifeStrip extends Pane {
    private static final double BAR = 34;
    private static final double TOP = 22;
    private static final double LABELS = TOP + BAR + 4;
    private static final double HEIGHT = LABELS + 20;
    private static final double END = 110;
    private static final double LEAST = 3;
    private static final double ROOM_FOR_A_NUMBER = 46;

    private final LifePicture life;
    private final List<Placed> bars = new ArrayList<>();
    private final List<Placed> numbers = new ArrayList<>();
    private final List<Placed> times = new ArrayList<>();
    private final Label end = new Label();
    private final Duration drawn;

    LifeStrip(LifePicture life) {
        this.life = life;
        this.drawn = life.stretches().isEmpty()
                ? Duration.ofSeconds(1)
                : life.stretches().get(life.stretches().size() - 1).to();
        getStyleClass().add("life-strip");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        life.stretches().forEach(this::add);
        addTime(drawn);
        end.setText(life.ends().compareTo(drawn) > 0 ? "→ … " + Seconds.words(life.ends()) : "→ " + fate());
        end.getStyleClass().add("life-end");
        getChildren().add(end);
        setAccessibleText(Words.of("timeouts.life.title", life.how()) + ". " + life.fate());
    }

    @Override
    protected void layoutChildren() {
        var width = Math.max(1, getWidth() - END);
        bars.forEach(bar -> place(bar, width));
        spread(numbers, width, 0, ROOM_FOR_A_NUMBER);
        spread(times, width, LABELS, ROOM_FOR_A_NUMBER * 1.4);
        end.resizeRelocate(width + 8, TOP + BAR / 2 - 10, END - 8, 20);
    }

    private String fate() {
        return Words.of(life.becomesDeadLetter() ? "timeouts.life.dead" : "timeouts.life.deleted");
    }

    private void add(Stretch stretch) {
        var bar = new Region();
        var stage = stretch.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
        bar.getStyleClass().addAll("life-bar", "life-" + stage);
        Tooltip.install(
                bar,
                new Tooltip(Words.of(
                        "timeouts.stage.for",
                        Words.of("timeouts.stage." + stage),
                        String.valueOf(stretch.number()),
                        Seconds.words(stretch.from()),
                        Seconds.words(stretch.to()))));
        getChildren().add(bar);
        bars.add(new Placed(bar, stretch.from(), stretch.to(), share(stretch.stage())));
        if (stretch.stage() == Stage.AFTER_ERROR) {
            addTry(stretch.from());
        }
        var isFirst = numbers.isEmpty() || !numbers.get(numbers.size() - 1).key.equals(stretch.number());
        if (isFirst) {
            var number = new Label(Words.of("timeouts.life.try", String.valueOf(stretch.number())));
            number.getStyleClass().add("caption");
            getChildren().add(number);
            numbers.add(new Placed(number, stretch.from(), stretch.from(), stretch.number()));
            addTime(stretch.from());
        }
    }

    /** A try that is answered with an error at once takes no time that could be drawn; it is there all the same. */
    private void addTry(Duration at) {
        var mark = new Region();
        mark.getStyleClass().addAll("life-bar", "life-worked-on");
        getChildren().add(mark);
        bars.add(new Placed(mark, at, at, share(Stage.WORKED_ON)));
    }

    private void addTime(Duration at) {
        var label = new Label(Seconds.words(at));
        label.getStyleClass().add("caption");
        getChildren().add(label);
        times.add(new Placed(label, at, at, 0));
    }

    static int share(Stage stage) {
        return switch (stage) {
            case WORKED_ON -> 100;
            case FETCHED_AHEAD -> 70;
            case INVISIBLE -> 45;
            case AFTER_ERROR -> 28;
        };
    }

    private void place(Placed bar, double width) {
        var from = x(bar.from, width);
        var to = x(bar.to, width);
        var height = BAR * bar.key / 100;
        bar.node.resizeRelocate(from, TOP + BAR - height, Math.max(LEAST, to - from - 1), height);
    }

    /** Labels that would lie over the one before aren't drawn; the tooltips have the times anyway. */
    private void spread(List<Placed> labels, double width, double y, double room) {
        var free = Double.NEGATIVE_INFINITY;
        for (var label : labels) {
            label.node.autosize();
            var at = Math.min(
                    x(label.from, width), width - label.node.getLayoutBounds().getWidth());
            label.node.setVisible(at >= free);
            if (at >= free) {
                label.node.relocate(at, y);
                free = at + room;
            }
        }
    }

    private double x(Duration at, double width) {
        return width * at.toMillis() / Math.max(1, drawn.toMillis());
    }

    /**
     * Something on the strip.
     *
     * @param key a bar's height in percent, a label's number
     */
    private record Placed(Node node, Duration from, Duration to, Integer key) {}
}
