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
        String open = "#lane-" + lane + " #open-letters";
        glance().soon("the lane " + lane, () -> glance().isEnabled(open));
        window.robot().clickOn(open);
    }

    /** Reads the letters, which says what it costs, waits until they are grouped, and gives how many there are. */
    public int look() {
        window.robot().clickOn("#look");
        window.confirmIfAsked(); // letters that were looked at are hidden for a while
        glance().soon("groups of letters", () -> glance().rows("#letter-groups") > 0);
        window.robot().clickOn("#letter-groups .table-cell");
        glance().soon("letters", () -> glance().rows("#letter-table") > 0);
        return glance().rows("#letter-table");
    }

    /** Sends the first group back, which is all of them, and gives what the bench says at the end. */
    public String redriveAll() {
        glance().soon("a group to send back", () -> glance().isEnabled("#redrive"));
        window.robot().clickOn("#redrive");
        window.confirm();
        glance().within(REDRIVE, "the end of the redrive", () -> glance().isStyled("#redrive-state", "tone-good"));
        return glance().label("#redrive-state");
    }

    private Glance glance() {
        return window.glance();
    }
}
