package io.beanpole.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads a task from its row. */
final class TaskRows implements RowMapper<Task> {
    private final JsonMapper json;

    TaskRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Task mapRow(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        Instant created = instant(row, "created_at");
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("lane"),
                row.getString("kind"),
                json.readTree(row.getString("input")),
                TaskState.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"),
                row.getString("worker"),
                result == null ? null : json.readValue(result, TaskResult.class),
                row.getString("error"),
                row.getLong("revision"),
                row.getInt("generation"),
                instant(row, "lane_since"),
                instant(row, "promoted_at"),
                created == null ? Instant.EPOCH : created,
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
