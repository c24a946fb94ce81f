package io.beanpole.console.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A small line over time without axes: how something went, not what it was. Its colours come from the stylesheet. */
public final class Sparkline extends Region {
    /** So that a flat line at zero lies at the bottom and one message more doesn't look like a mountain. */
    private static final double LEAST_TOP = 5;

    private final Path area = new Path();
    private final Path line = new Path();
    private List<Point2D> points = List.of();

    /** A line without points yet; can be made in FXML. */
    public Sparkline() {
        getStyleClass().add("sparkline");
        area.getStyleClass().add("sparkline-area");
        line.getStyleClass().add("sparkline-line");
        area.setManaged(false);
        line.setManaged(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(area, line);
    }

    /** Draws other points: time and value, by time. */
    public void show(List<Point2D> newPoints) {
        points = newPoints;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getElements().clear();
        area.getElements().clear();
        if (points.size() < 2) {
            return;
        }
        var first = points.get(0).getX();
        var span = Math.max(1, points.get(points.size() - 1).getX() - first);
        var top = points.stream().mapToDouble(Point2D::getY).max().orElse(0);
        var height = getHeight() - 2;
        var drawn = new ArrayList<PathElement>();
        for (var point : points) {
            var x = (point.getX() - first) / span * getWidth();
            var y = 1 + height - point.getY() / Math.max(LEAST_TOP, top) * height;
            drawn.add(drawn.isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
        }
        line.getElements().setAll(drawn);
        area.getElements().add(new MoveTo(0, getHeight()));
        for (var element : line.getElements()) {
            area.getElements().add(toLine(element));
        }
        area.getElements().addAll(new LineTo(getWidth(), getHeight()), new ClosePath());
    }

    private static PathElement toLine(PathElement element) {
        if (element instanceof MoveTo start) {
            return new LineTo(start.getX(), start.getY());
        }
        var next = (LineTo) element;
        return new LineTo(next.getX(), next.getY());
    }
}
