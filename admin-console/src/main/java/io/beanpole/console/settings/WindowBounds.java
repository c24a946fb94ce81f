package io.beanpole.console.settings;

/**
 * Where the window stood, in JavaFX's pixels.
 *
 * @param x NaN until the window has stood somewhere
 */
public record WindowBounds(double x, double y, double width, double height, boolean isMaximized) {
    /** A window that the system may place. */
    public static final WindowBounds UNPLACED = new WindowBounds(Double.NaN, Double.NaN, 1440, 900, false);

    public boolean isPlaced() {
        return !Double.isNaN(x) && !Double.isNaN(y);
    }
}
