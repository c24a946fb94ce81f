package io.beanpole.console.screen;

import io.beanpole.console.notice.Notices;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.fleet.Fleet;

/**
 * Follows the readings of a connection's fleet on every screen, and says so when somebody else deleted the environment
 * that is worked on. Belongs to the window's thread.
 */
public final class FleetFeed {
    private final Selection selection;
    private final Notices notices;

    /** Nothing was read yet. */
    public FleetFeed(Selection selection, Notices notices) {
        this.selection = selection;
        this.notices = notices;
    }

    /**
     * Follows a newer reading.
     *
     * @param remembered the environment to begin with, when this is the first reading and has it
     */
    public void follow(Fleet newest, String remembered) {
        var isFirst = !selection.readProperty().get();
        var before = selection.name();
        selection.update(newest);
        if (isFirst) {
            selection.choose(remembered);
        } else if (!before.isEmpty() && !selection.name().equals(before)) {
            notices.tell(
                    selection.name().isEmpty()
                            ? Words.of("environments.gone.last", before)
                            : Words.of("environments.gone", before, selection.name()));
        }
    }
}
