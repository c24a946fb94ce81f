package io.beanpole.web.event;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens on PostgreSQL's channel {@code task_changed}, on a connection of its own, and tells the open pages. */
@Component
class TaskChanges implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TaskChanges.class);
    private static final int POLL_MILLIS = 1_000;
    private static final int STOPS_WITHIN_MILLIS = 5_000;

    private final JdbcConnectionDetails database;
    private final OpenPages pages;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "task-changes");

    TaskChanges(JdbcConnectionDetails database, OpenPages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "task-changes");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try (Connection connection = connect()) {
                // What changed while nobody listened is lost: pages that stay open must list anew.
                pages.endAll();
                listen(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Lost the database's notifications, connecting again: {}", e.getMessage());
                    waitABit();
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "beanpole-web task-changes");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen task_changed");
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] notifications = postgres.getNotifications(POLL_MILLIS);
            for (PGNotification notification : notifications == null ? new PGNotification[0] : notifications) {
                tell(notification.getParameter());
            }
        }
    }

    private void tell(String payload) {
        int space = payload.indexOf(' ');
        if (space > 0) {
            pages.changed(UUID.fromString(payload.substring(0, space)), payload.substring(space + 1));
        }
    }

    private void waitABit() {
        try {
            running = !stopped.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        try {
            thread.join(STOPS_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pages.endAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
