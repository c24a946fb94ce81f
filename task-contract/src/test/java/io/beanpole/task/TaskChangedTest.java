package io.beanpole.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import tools.jackson.databind.json.JsonMapper;

/** What web instances hear on the channel of the database. */
class TaskChangedTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final TaskStore tasks = new TaskStore(TestDatabase.emptied(), JsonMapper.shared());
    private Connection connection;

    @BeforeEach
    void listen() throws SQLException {
        connection = TestDatabase.source().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen task_changed");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyChangeIsToldWithTaskAndOwner() throws SQLException {
        UUID id = insert();
        assertThat(heard()).containsExactly(id + " ann");

        Lease lease = ((Claim.Taken) tasks.claim(new Delivery(id, null, null), "w1", LEASE)).lease();
        tasks.renew(lease, LEASE, 50);
        tasks.cancel("ann", id);
        tasks.cancelled(lease);
        assertThat(heard()).hasSize(4).containsOnly(id + " ann");
    }

    @Test
    void aLeaseRenewedWithoutProgressIsNotTold() throws SQLException {
        UUID id = insert();
        Lease lease = ((Claim.Taken) tasks.claim(new Delivery(id, null, null), "w1", LEASE)).lease();
        tasks.renew(lease, LEASE, 50);
        heard();

        tasks.renew(lease, LEASE, 50);
        tasks.renew(lease, LEASE, 50);

        assertThat(heard()).isEmpty();
    }

    private List<String> heard() throws SQLException {
        List<String> heard = new ArrayList<>();
        PGNotification[] some = connection.unwrap(PGConnection.class).getNotifications(200);
        while (some != null && some.length > 0) {
            for (PGNotification one : some) {
                heard.add(one.getParameter());
            }
            some = connection.unwrap(PGConnection.class).getNotifications(50);
        }
        return heard;
    }

    private UUID insert() {
        return tasks.insert(new NewTask(
                        TaskIds.next(),
                        "ann",
                        "express",
                        "clip.poster",
                        JsonMapper.shared().readTree("{}"),
                        null))
                .id();
    }
}
