package io.beanpole.cloud.sqs;

import io.beanpole.cloud.CloudException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import scalikejdbc.ConnectionPool;

/**
 * When the oldest message of each queue was sent. ElasticMQ tells it nowhere, so it is read from the tables in which
 * ElasticMQ keeps messages, through its own connections. As on AWS, messages that were received three times or more don't count, so a message that
 * fails for ever doesn't show.
 */
final class MessageAges {
    private static final int RECEIVED_TOO_OFTEN = 3;

    /** The time of the oldest message that is not deleted, for those of the queues that have one. */
    Map<String, Instant> oldest(Collection<String> queues) {
        Map<String, Instant> oldest = new HashMap<>();
        if (!ConnectionPool.isInitialized(ConnectionPool.DEFAULT_NAME())) {
            return oldest;
        }
        try (Connection connection =
                        ConnectionPool.get(ConnectionPool.DEFAULT_NAME()).borrow();
                Statement statement = connection.createStatement()) {
            Set<String> tables = tables(connection);
            for (String queue : queues) {
                String table = tableOf(queue);
                if (tables.contains(table.toLowerCase(Locale.ROOT))) {
                    add(oldest, queue, statement, table);
                }
            }
            return oldest;
        } catch (SQLException e) {
            throw new CloudException("Tried to read how old the messages of the queues are: " + e.getMessage(), e);
        }
    }

    private static void add(Map<String, Instant> oldest, String queue, Statement statement, String table)
            throws SQLException {
        String query = "select min(created) from " + table + " where receive_count < " + RECEIVED_TOO_OFTEN;
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            long created = row.getLong(1);
            if (!row.wasNull()) {
                oldest.put(queue, Instant.ofEpochMilli(created));
            }
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (ResultSet found =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    /** As ElasticMQ names it: names of queues hold nothing but letters, digits and these two. */
    private static String tableOf(String queue) {
        return "message_" + queue.replace('.', '_').replace('-', '_') + "_" + Integer.toHexString(queue.hashCode());
    }
}
