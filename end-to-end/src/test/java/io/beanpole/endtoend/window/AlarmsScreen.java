package io.beanpole.endtoend.window;

import org.testfx.util.WaitForAsyncUtils;

/** The screen Alarms. */
public final class AlarmsScreen {
    private final ConsoleWindow window;

    /** Shows it. */
    public AlarmsScreen(ConsoleWindow window) {
        this.window = window;
        window.go("alarms");
        window.glance().soon("alarms", () -> window.glance().rows("#alarm-board") > 0);
    }

    /** Takes an alarm that is raised into somebody's care, so that everybody sees who looks after it. */
    public void acknowledge(String alarm, String person, String note) {
        choose(alarm);
        window.click("#alarm-person")
                .doubleClickOn("#alarm-person")
                .eraseText(40)
                .write(person);
        window.click("#alarm-note").write(note);
        window.click("#alarm-acknowledge");
        window.confirmIfAsked();
        glance().soon("who looks after it", () -> glance().label("#alarm-carer").contains(person));
    }

    /** Goes to the screen Scaling, at the moment when an alarm was raised. */
    public void showOnScaling(String alarm) {
        choose(alarm);
        window.click("#alarm-to-scaling");
    }

    private void choose(String alarm) {
        window.chooseRow("#alarm-board", alarm);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Glance glance() {
        return window.glance();
    }
}
