package io.beanpole.task.upload;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL on uploads. */
public final class UploadStore {
    private final JdbcClient jdbc;

    public UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Upload upload) {
        jdbc.sql("""
                        insert into uploads (id, owner, object_key, file_name, content_type, size)
                        values (:id, :owner, :key, :fileName, :contentType, :size)""")
                .param("id", upload.id())
                .param("owner", upload.owner())
                .param("key", upload.key())
                .param("fileName", upload.fileName())
                .param("contentType", upload.contentType())
                .param("size", upload.size())
                .update();
    }

    /** Reads an upload if it is the owner's. */
    public Optional<Upload> find(String owner, UUID id) {
        return jdbc.sql("select * from uploads where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query((row, number) -> new Upload(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        row.getString("object_key"),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("size")))
                .optional();
    }
}
