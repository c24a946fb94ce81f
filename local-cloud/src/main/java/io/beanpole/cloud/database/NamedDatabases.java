package io.beanpole.cloud.database;

import io.beanpole.cloud.CloudException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Databases beside the first one, each with a role of the same name that owns it and may open no other: on AWS every
 * stage has a server of its own, here stages share one and must not see each other all the same.
 */
final class NamedDatabases {
    /** What needs no quotes in SQL. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final int SHORTEST_PASSWORD = 12;

    private final DataSource server;
    private final DatabaseAddress first;

    /**
     * @param server where roles and databases may be made
     * @param first the one that is always there; no other role may open it from now on
     */
    NamedDatabases(DataSource server, DatabaseAddress first) {
        this.server = server;
        this.first = first;
    }

    /** The database of this name, made now if there is none; from now on its role has this password. */
    synchronized DatabaseAddress ensure(String name, String password) {
        requireFit(name, password);
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            if (!has(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login");
            }
            statement.execute("alter role " + name + " password " + quoted(connection, password));
            if (!has(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
            statement.execute("revoke connect on database " + name + " from public");
            statement.execute("revoke connect on database " + first.name() + " from public");
            return new DatabaseAddress(first.hostname(), first.port(), name, name, password);
        } catch (SQLException e) {
            throw new CloudException("Tried to make the database " + name + ": " + e.getMessage(), e);
        }
    }

    private void requireFit(String name, String password) {
        if (!NAME.matcher(name).matches() || name.equals(first.name()) || name.equals(first.username())) {
            throw new CloudException("'" + name + "' is no name for a database here: use lower-case letters, digits and"
                    + " _, other than " + first.name() + " and " + first.username() + ".");
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new CloudException(
                    "The password of a database must have at least " + SHORTEST_PASSWORD + " characters.");
        }
    }

    private static boolean has(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static String quoted(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select quote_literal(?)")) {
            statement.setString(1, text);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
