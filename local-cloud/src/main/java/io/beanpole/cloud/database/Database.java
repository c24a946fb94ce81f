package io.beanpole.cloud.database;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.state.DataDirectory;
import io.beanpole.cloud.state.Secrets;
import io.beanpole.cloud.state.StateFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL of our own. A commit is on disk when it is acknowledged, and every connection needs the password of its
 * role: the application's role owns its database and is no superuser.
 */
public final class Database implements AutoCloseable {
    public static final String NAME = "beanpole";
    public static final String USERNAME = "beanpole";

    private static final String ADMIN = "postgres";
    private static final String HBA = "# Written by the local cloud: a password for everyone, from this machine only.\n"
            + "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final EmbeddedPostgres server;

    /** The port that the directory's database had last time, kept for those who wrote it down. */
    record Port(int port) {}

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    public static Database start(DataDirectory data, Secrets secrets) {
        Path files = data.resolve("postgres");
        boolean fresh = !Files.exists(files.resolve("PG_VERSION"));
        StateFile<Port> last = data.file("database.json", Port.class);
        int port = last.read().map(Port::port).filter(Database::isFree).orElse(0);
        try {
            EmbeddedPostgres server = builder(data, files, secrets, fresh).setPort(port).start();
            Database database = new Database(server);
            if (fresh) {
                database.secure(files, secrets);
            }
            last.write(new Port(server.getPort()));
            return database;
        } catch (IOException e) {
            throw new CloudException(
                    "PostgreSQL could not be started over " + files + ": " + e.getMessage() + " Its log is in "
                            + data.resolve("postgres.log") + ".",
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            DataDirectory data, Path files, Secrets secrets, boolean fresh) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(data.resolve("postgres.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(data.resolve("postgres-programs").toFile())
                .setPGStartupWait(Duration.ofSeconds(30))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "200")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        return fresh ? builder : builder.setConnectConfig("password", secrets.databaseAdminPassword());
    }

    /** Done once: the roles get their passwords, and from then on nobody is trusted without. */
    private void secure(Path files, Secrets secrets) {
        String admin = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + ADMIN + "?user=" + ADMIN;
        try (Connection connection = DriverManager.getConnection(admin);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + ADMIN + " PASSWORD '" + secrets.databaseAdminPassword() + "'");
            statement.execute("CREATE ROLE " + USERNAME + " LOGIN PASSWORD '" + secrets.databasePassword() + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + USERNAME);
            Files.writeString(files.resolve("pg_hba.conf"), HBA);
            try (ResultSet reloaded = statement.executeQuery("SELECT pg_reload_conf()")) {
                reloaded.next();
            }
        } catch (SQLException | IOException e) {
            throw new CloudException(
                    "The new database could not be given its passwords: " + e.getMessage() + " Delete " + files
                            + " and start again.",
                    e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CloudException("PostgreSQL could not be stopped: " + e, e);
        }
    }
}
