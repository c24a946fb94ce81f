package io.beanpole.console.screen;

import io.beanpole.console.action.Action;
import java.util.Locale;

/** The screens, in the order of the navigation. */
public enum ScreenName {
    ENVIRONMENTS(Action.SHOW_ENVIRONMENTS),
    DEPLOY(Action.SHOW_DEPLOY),
    SCALING(Action.SHOW_SCALING),
    QUEUES(Action.SHOW_QUEUES),
    ALARMS(Action.SHOW_ALARMS),
    LOGS(Action.SHOW_LOGS),
    TIMEOUTS(Action.SHOW_TIMEOUTS);

    private final Action action;

    ScreenName(Action action) {
        this.action = action;
    }

    /** What shows it; title and icon are the action's. */
    public Action action() {
        return action;
    }

    public String title() {
        return action.title();
    }

    /** Its name on the command line, in the settings and in the id of its navigation button. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
