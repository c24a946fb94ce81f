package io.beanpole.console.settings;

/** How large everything in the window is, in steps from 100 to 200 %. */
public final class Zoom {
    private static final int STEP = 25;
    private static final int LEAST = 100;
    private static final int MOST = 200;

    private Zoom() {}

    /** One step larger, as far as it goes. */
    public static int larger(int percent) {
        return clamp(percent + STEP);
    }

    /** One step smaller, as far as it goes. */
    public static int smaller(int percent) {
        return clamp(percent - STEP);
    }

    /** The nearest percentage that there is, for what a file says. */
    public static int clamp(int percent) {
        return Math.max(LEAST, Math.min(MOST, Math.round(percent / (float) STEP) * STEP));
    }
}
