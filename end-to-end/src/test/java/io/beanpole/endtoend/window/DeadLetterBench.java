package io.beanpole.endtoend.window;

import java.time.Duration;

/** The workbench for dead letters of a lane, on the screen Queues. */
public final class DeadLetterBench {
    private static final Duration REDRIVE = Duration.ofMinutes(2);

    private final ConsoleWindow window;

    /** Shows it. */
    public DeadLetterBench(ConsoleWindow window, String lane) {
        this.window = window;
        window.go("queues");
        window.click("#lane-" + lane + " #open-letters");
    }

    /** Reads the letters, which says what it costs, waits until they are grouped, and gives how many there are. */
    public int look() {
        window.click("#look");
        window.confirmIfAsked(); // letters that were looked at are hidden for a while
        window.click("#letter-groups .table-cell");
        glance().soon("letters", () -> glance().rows("#letter-table") > 0);
        return glance().rows("#letter-table");
    }

    /** Sends the first group back, which is all of them, and gives what the bench says at the end. */
    public String redriveAll() {
        window.click("#redrive");
        window.confirm();
        glance().within(REDRIVE, "the end of the redrive", () -> glance().isStyled("#redrive-state", "tone-good"));
        return glance().label("#redrive-state");
    }

    private Glance glance() {
        return window.glance();
    }
}
