package io.beanpole.console.chart;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * What the keyboard does with a chart: arrows move the reading, with Shift the time; plus and minus zoom; Home shows
 * the oldest, End follows the present; Enter asks about the moment; digits hide and show series; Escape puts the reading
 * away.
 */
final class ChartKeys {
    private static final double READING_STEP = 0.01;
    private static final double TIME_STEP = 0.1;
    private static final double ZOOM = 1.5;

    private final TimeSeriesChart chart;

    ChartKeys(TimeSeriesChart chart) {
        this.chart = chart;
    }

    void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (isDone(event)) {
            event.consume();
        }
    }

    private boolean isDone(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> go(-1, event.isShiftDown());
            case RIGHT, KP_RIGHT -> go(1, event.isShiftDown());
            case PLUS, ADD, EQUALS -> zoom(1 / ZOOM);
            case MINUS, SUBTRACT -> zoom(ZOOM);
            case HOME -> chart.show(chart.view().earliest(chart.limits()));
            case END -> chart.followLatest();
            case ENTER, SPACE -> chart.reading().pointOut();
            case ESCAPE -> {
                return chart.reading().putAway();
            }
            default -> {
                return toggled(event.getCode());
            }
        }
        return true;
    }

    private void go(int direction, boolean isTime) {
        if (isTime) {
            chart.show(chart.view().moved(direction * TIME_STEP, chart.limits()));
        } else {
            chart.reading().move(direction * READING_STEP);
        }
    }

    private void zoom(double factor) {
        chart.show(chart.view().zoomed(factor, chart.reading().fraction(), chart.limits()));
    }

    private boolean toggled(KeyCode code) {
        if (!code.isDigitKey() || code == KeyCode.DIGIT0) {
            return false;
        }
        var name = code.getName();
        return chart.toggle(name.charAt(name.length() - 1) - '1');
    }
}
