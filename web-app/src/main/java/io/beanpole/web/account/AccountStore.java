package io.beanpole.web.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on accounts and their API tokens. */
@Repository
class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores an account; false when the name is taken. */
    boolean insert(Account account, String passwordHash) {
        return jdbc.sql("""
                        insert into accounts (id, name, password_hash) values (:id, :name, :hash)
                        on conflict (name) do nothing""")
                        .param("id", account.accountId())
                        .param("name", account.name())
                        .param("hash", passwordHash)
                        .update()
                == 1;
    }

    void setPassword(String name, String passwordHash) {
        jdbc.sql("update accounts set password_hash = :hash where name = :name")
                .param("hash", passwordHash)
                .param("name", name)
                .update();
    }

    Optional<StoredAccount> find(String name) {
        return jdbc.sql("select id, name, password_hash from accounts where name = :name")
                .param("name", name)
                .query((row, number) -> new StoredAccount(
                        new Account(row.getObject("id", UUID.class), row.getString("name")),
                        row.getString("password_hash")))
                .optional();
    }

    /** Finds the account of a token and notes, at most once a minute, that it was used. */
    Optional<Account> findByToken(byte[] tokenHash) {
        return jdbc.sql("""
                        with used as (
                            update api_tokens set last_used_at = now()
                            where token_hash = :hash
                              and (last_used_at is null or last_used_at < now() - interval '1 minute'))
                        select a.id, a.name from api_tokens t join accounts a on a.id = t.account_id
                        where t.token_hash = :hash""")
                .param("hash", tokenHash)
                .query((row, number) -> new Account(row.getObject("id", UUID.class), row.getString("name")))
                .optional();
    }

    /** Stores a token's hash; nothing happens when it is there. */
    void insertToken(UUID id, Account owner, String name, byte[] tokenHash) {
        jdbc.sql("""
                        insert into api_tokens (id, account_id, name, token_hash) values (:id, :account, :name, :hash)
                        on conflict (token_hash) do nothing""")
                .param("id", id)
                .param("account", owner.accountId())
                .param("name", name)
                .param("hash", tokenHash)
                .update();
    }

    List<TokenView> tokens(Account owner) {
        return jdbc.sql("""
                        select id, name, created_at, last_used_at from api_tokens
                        where account_id = :account order by id desc limit 100""")
                .param("account", owner.accountId())
                .query((row, number) -> new TokenView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Revokes a token; false when the owner has no such one. */
    boolean deleteToken(Account owner, UUID id) {
        return jdbc.sql("delete from api_tokens where id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", owner.accountId())
                        .update()
                == 1;
    }

    /** An account with the hash of its password. */
    record StoredAccount(Account account, String passwordHash) {}
}
