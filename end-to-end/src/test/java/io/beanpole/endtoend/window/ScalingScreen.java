package io.beanpole.endtoend.window;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** The screen Scaling. */
public final class ScalingScreen {
    /** Of the chart's width: with the shortest range, half a minute or so ago. */
    private static final double LATELY = 0.965;

    private final ConsoleWindow window;

    /** Shows it. */
    public ScalingScreen(ConsoleWindow window) {
        this.window = window;
        window.go("scaling");
        tab("Alarms");
    }

    /** Turns to one of the lists below the chart. */
    public void tab(String title) {
        window.tab("#scaling-tabs", title);
    }

    /** What the row of an alarm says of its state; empty while there is none. */
    public String stateOf(String alarm) {
        List<String> cells = glance().cells("#alarm-table");
        int at = cells.indexOf(alarm);
        return at < 0 ? "" : cells.get(at + 1);
    }

    /** How many instances the group is to have. */
    public int desired() {
        List<String> figures = glance().labels("#scaling-group");
        return Glance.number(figures.get(figures.indexOf("desired") - 1));
    }

    /** Clicks into the chart, a little before the present, until the answer for that moment has the words. */
    public String pointAtTheLastMoments(String words) {
        window.clickOn("#scaling-ranges .toggle-button", "15 min");
        Node chart = window.robot().lookup("#scaling-chart").query();
        AtomicReference<String> found = new AtomicReference<>("");
        glance().soon("an answer with " + words, () -> {
            Bounds seen = chart.localToScreen(chart.getLayoutBounds());
            window.robot().clickOn(seen.getMinX() + LATELY * seen.getWidth(), seen.getMinY() + seen.getHeight() / 2);
            found.set(answer());
            return found.get().contains(words);
        });
        return found.get();
    }

    /** Why it scaled or not at the moment that was pointed at. */
    public String answer() {
        glance().soon("an answer", () -> glance().isThere("#scaling-now") && glance().rows("#scaling-entries") > 0);
        return glance().label("#scaling-why");
    }

    /** Leaves the moment that was pointed at. */
    public void backToNow() {
        window.click("#scaling-now");
        glance().soon("the present", () -> !glance().isThere("#scaling-now"));
    }

    private Glance glance() {
        return window.glance();
    }
}
