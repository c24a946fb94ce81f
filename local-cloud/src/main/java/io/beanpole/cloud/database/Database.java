package io.beanpole.cloud.database;

import io.beanpole.cloud.CloudException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The database of the applications: PostgreSQL in a directory, durable ({@code fsync} and {@code synchronous_commit}
 * on), opened by password only. It keeps its port, so that environments find it again after a restart.
 */
public final class Database implements AutoCloseable {
    private static final String NAME = "ebdb";
    private static final String USER = "postgres";
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final DatabaseAddress address;
    private final NamedDatabases others;

    private Database(EmbeddedPostgres server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
        this.others = new NamedDatabases(server.getPostgresDatabase(), address);
    }

    /**
     * Starts it; returns when it takes connections.
     *
     * @param directory where it is kept
     * @param password of its user; the one it was first started with
     */
    public static Database start(Path directory, String password) {
        try {
            Files.createDirectories(directory);
            LeftServer.end(directory.resolve("data"));
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPort(port(directory.resolve("port")))
                    .setDataDirectory(directory.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(program(directory).toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setConnectConfig("password", password)
                    .setPGStartupWait(STARTS_WITHIN)
                    .start();
            Files.writeString(directory.resolve("port"), Integer.toString(server.getPort()));
            secure(server, directory.resolve("data"), password);
            return new Database(server, new DatabaseAddress("127.0.0.1", server.getPort(), NAME, USER, password));
        } catch (IOException | SQLException e) {
            throw new CloudException("Tried to start PostgreSQL in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Where PostgreSQL's own files are unpacked: once for each user of the machine, because that takes seconds. */
    private static Path program(Path directory) {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path shared = (cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("beanpole/postgres");
        try {
            Files.createDirectories(shared);
        } catch (IOException e) {
            return directory.resolve("program");
        }
        return Files.isWritable(shared) ? shared : directory.resolve("program");
    }

    /** A new data directory trusts everybody on the machine; from its first start on it asks for the password. */
    private static void secure(EmbeddedPostgres server, Path data, String password) throws IOException, SQLException {
        Path rules = data.resolve("pg_hba.conf");
        String before = Files.readString(rules);
        String after = before.replaceAll("(?m)\\btrust$", "scram-sha-256");
        if (before.equals(after)) {
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + USER + " password " + quoted(statement, password));
            statement.execute("create database " + NAME);
            Files.writeString(rules, after);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String quoted(Statement statement, String text) throws SQLException {
        try (ResultSet row = statement.executeQuery("select quote_literal('" + text.replace("'", "''") + "')")) {
            row.next();
            return row.getString(1);
        }
    }

    private static int port(Path file) throws IOException {
        if (Files.exists(file)) {
            int port = Integer.parseInt(Files.readString(file).trim());
            if (isFree(port)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The address of a database beside the first one, with a role of its own; both are made unless they are there. */
    DatabaseAddress ensure(String name, String password) {
        return others.ensure(name, password);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CloudException("Tried to stop PostgreSQL: " + e.getMessage(), e);
        }
    }
}
