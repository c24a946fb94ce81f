package io.beanpole.console.screen;

import io.beanpole.console.action.Actions;
import io.beanpole.console.notice.Notices;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.Polling;
import io.beanpole.deploy.connection.Connection;
import java.time.Clock;
import java.time.Duration;

/**
 * What each screen is made with. It lasts as long as its connection: when the console connects anew, there are new
 * screens on a new workspace.
 *
 * @param clock for ages and times relative to now
 */
public record Workspace(
        Connection connection,
        Selection selection,
        LaneFeed lanes,
        Polling polling,
        Background background,
        Actions actions,
        Notices notices,
        Clock clock) {
    private static final Duration LOCAL = Duration.ofSeconds(2);
    private static final Duration AWS = Duration.ofSeconds(10);

    /** How often what is on the screen is read: often from the local cloud, seldom from AWS, which counts and limits. */
    public Duration interval() {
        return connection.kind() == Connection.Kind.LOCAL ? LOCAL : AWS;
    }
}
