package io.beanpole.console.chart;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * What the mouse does with a chart: the wheel zooms where the pointer is, dragging chooses a stretch, dragging with Shift
 * or the middle button moves, a click asks about the moment or hides a series in the legend, a double click follows the
 * present again, and resting reads all series.
 */
final class ChartGestures {
    private static final double WHEEL = 1.2;
    /** A click that trembles is no choice. */
    private static final double LEAST_DRAG = 6;

    private final TimeSeriesChart chart;
    private double pressedAt = Double.NaN;
    private boolean moving;
    private Viewport pressedView = new Viewport(0, 1);

    ChartGestures(TimeSeriesChart chart) {
        this.chart = chart;
    }

    void listen(Node node) {
        node.setOnScroll(this::scroll);
        node.setOnMousePressed(this::press);
        node.setOnMouseDragged(this::drag);
        node.setOnMouseReleased(this::release);
        node.setOnMouseMoved(event -> chart.reading().at(event.getX()));
        node.setOnMouseExited(event -> chart.reading().putAway());
        node.setOnMouseClicked(this::click);
    }

    private void scroll(ScrollEvent event) {
        var view = chart.view();
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            chart.show(view.moved(-event.getDeltaX() / chart.plotWidth(), chart.limits()));
        } else if (event.getDeltaY() != 0) {
            var factor = event.getDeltaY() > 0 ? 1 / WHEEL : WHEEL;
            chart.show(view.zoomed(factor, chart.fraction(event.getX()), chart.limits()));
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        pressedAt = event.getX();
        pressedView = chart.view();
        moving = event.isShiftDown() || event.getButton() == MouseButton.MIDDLE;
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            chart.followLatest();
        } else if (!chart.toggleAt(event.getX(), event.getY())) {
            // The answer stands beside the chart; the box would hide what led to the moment.
            chart.reading().putAway();
            chart.pointAt(event.getX());
        }
    }

    private void drag(MouseEvent event) {
        if (moving) {
            chart.show(pressedView.moved((pressedAt - event.getX()) / chart.plotWidth(), chart.limits()));
        } else {
            chart.reading().choosing(pressedAt, event.getX());
        }
    }

    private void release(MouseEvent event) {
        if (!moving && Math.abs(event.getX() - pressedAt) >= LEAST_DRAG) {
            chart.show(pressedView.between(chart.fraction(pressedAt), chart.fraction(event.getX()), chart.limits()));
        }
        chart.reading().at(event.getX());
    }
}
