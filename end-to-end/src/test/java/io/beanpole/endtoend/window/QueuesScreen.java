package io.beanpole.endtoend.window;

/** The lanes on the screen Queues. */
public final class QueuesScreen {
    private final ConsoleWindow window;

    /** Shows it. */
    public QueuesScreen(ConsoleWindow window) {
        this.window = window;
        window.go("queues");
        window.tab("#queues-tabs", "Lanes");
    }

    /** How many messages wait in a lane; 0 while that isn't known. */
    public int depth(String lane) {
        return Glance.number(window.glance().label("#lane-" + lane + " #depth"));
    }

    /** How many instances a lane is to have: "1 → 3" while the third isn't there yet. */
    public int desired(String lane) {
        String told = window.glance().label("#lane-" + lane + " #instances");
        return Glance.number(told.substring(told.indexOf('→') + 1));
    }

    /** Sends a test task through a lane and gives what is said when it is done. */
    public String sendTestTask(String lane) {
        String card = "#lane-" + lane;
        window.click(card + " #send-test-task");
        window.confirm();
        window.glance()
                .soon(
                        "the end of the task",
                        () -> window.glance().label(card + " #test-task-state").contains("SUCCEEDED"));
        return window.glance().label(card + " #test-task-state");
    }
}
