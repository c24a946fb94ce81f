package io.beanpole.console.alarms;

import io.beanpole.console.memory.Memory;
import io.beanpole.console.screen.Workspaces;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;

/**
 * Tells of alarms that are raised on any open connection, whatever screen is shown: in a corner of the desktop and by a
 * sound, each of which can be switched off on the Alarms screen.
 */
public final class AlarmBell {
    private final BellSettings settings;
    private final RaisedAlarms raised;
    private final AlarmToast toast;
    private final Runnable chime;

    /**
     * Rings from now on; lasts as long as the window.
     *
     * @param frame of the console's window
     */
    public AlarmBell(Workspaces workspaces, Memory memory, Node frame) {
        this(workspaces, memory, frame, Chime::play);
    }

    /** @param chime is heard */
    AlarmBell(Workspaces workspaces, Memory memory, Node frame, Runnable chime) {
        this.chime = chime;
        settings = new BellSettings(memory);
        raised = new RaisedAlarms(workspaces, this::ring);
        toast = new AlarmToast(frame, raised);
        raised.raised().addListener((InvalidationListener) list -> toast.follow());
    }

    private void ring() {
        if (settings.isHeard()) {
            chime.run();
        }
        if (settings.isShown()) {
            toast.show();
        }
    }
}
