package io.beanpole.task;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL with our schema; one for all tests, stopped with the JVM. */
public final class TestDatabase {
    private static final DataSource SOURCE = start();

    private TestDatabase() {}

    private static DataSource start() {
        try {
            DataSource source = EmbeddedPostgres.builder().start().getPostgresDatabase();
            Flyway.configure().dataSource(source).load().migrate();
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    public static DataSource source() {
        return SOURCE;
    }

    /** Gives a client of the database, with no task and no upload in it. */
    public static JdbcClient emptied() {
        JdbcClient jdbc = JdbcClient.create(SOURCE);
        jdbc.sql("truncate tasks, uploads").update();
        return jdbc;
    }
}
