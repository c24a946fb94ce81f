package io.beanpole.cloud.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    private Path directory;

    private static Connection connect(DatabaseAddress address, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.hostname() + ":" + address.port() + "/" + address.name(),
                address.username(),
                password);
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void itIsDurableAsksForThePasswordAndKeepsRowsAndPortOverARestart() throws SQLException {
        DatabaseAddress first;
        try (Database database = Database.start(directory, "secret'1");
                Connection connection = connect(database.address(), "secret'1");
                Statement statement = connection.createStatement()) {
            first = database.address();
            assertThat(one(statement, "show fsync")).isEqualTo("on");
            assertThat(one(statement, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(statement, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> connect(database.address(), "wrong")).hasMessageContaining("password");
            statement.execute("create table kept (x int)");
        }

        try (Database again = Database.start(directory, "secret'1");
                Connection connection = connect(again.address(), "secret'1");
                Statement statement = connection.createStatement()) {
            assertThat(again.address()).isEqualTo(first);
            assertThat(one(statement, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void aDatabaseOfAnotherNameIsMadeOnceAndItsRoleOpensNoOther() throws SQLException {
        try (Database database = Database.start(directory, "secret'1")) {
            DatabaseAddress made = database.ensure("rehearsal", "a longer one'2");
            DatabaseAddress again = database.ensure("rehearsal", "the next one'3");

            assertThat(made.port()).isEqualTo(database.address().port());
            try (Connection connection = connect(again, "the next one'3");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table mine (x int)");
                assertThat(one(statement, "select current_database()")).isEqualTo("rehearsal");
            }
            assertThatThrownBy(() -> connect(made, "a longer one'2")).hasMessageContaining("password");
            DatabaseAddress first = database.address();
            DatabaseAddress strange =
                    new DatabaseAddress(first.hostname(), first.port(), first.name(), again.username(), "");
            assertThatThrownBy(() -> connect(strange, "the next one'3")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void aDatabaseNeedsAPlainNameAndAPasswordThatIsWorthIt() {
        try (Database database = Database.start(directory, "secret'1")) {
            assertThatThrownBy(() -> database.ensure("x; drop table kept", "a longer one'2"))
                    .hasMessageContaining("lower-case letters");
            assertThatThrownBy(() -> database.ensure("ebdb", "a longer one'2")).hasMessageContaining("other than ebdb");
            assertThatThrownBy(() -> database.ensure("rehearsal", "short")).hasMessageContaining("12 characters");
        }
    }
}
