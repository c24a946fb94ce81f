package io.beanpole.console.screen;

import io.beanpole.console.action.Actions;
import io.beanpole.console.guard.Guard;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.notice.Notices;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.Polling;
import io.beanpole.deploy.connection.Connection;
import java.time.Clock;
import java.time.Duration;
import javafx.beans.value.ObservableValue;

/**
 * What each screen is made with. It lasts as long as its connection: when the console connects anew, there are new
 * screens on a new workspace.
 *
 * @param cards how a person tells this connection from others, which they may change while it is open
 * @param guard stands before everything that changes the cloud
 * @param places how one screen leads to another
 * @param memory what screens remember from one start to the next
 * @param clock for ages and times relative to now
 */
public record Workspace(
        ObservableValue<ConnectionCard> cards,
        Connection connection,
        Selection selection,
        LaneFeed lanes,
        AlarmFeed alarms,
        Polling polling,
        Background background,
        Actions actions,
        Guard guard,
        Places places,
        Memory memory,
        Notices notices,
        Clock clock) {
    private static final Duration LOCAL = Duration.ofSeconds(2);
    private static final Duration AWS = Duration.ofSeconds(10);

    /** How a person tells this connection from others at present. */
    public ConnectionCard card() {
        return cards.getValue();
    }

    /** How often what is on the screen is read: often from the local cloud, seldom from AWS, which counts and limits. */
    public Duration interval() {
        return connection.kind() == Connection.Kind.LOCAL ? LOCAL : AWS;
    }
}
