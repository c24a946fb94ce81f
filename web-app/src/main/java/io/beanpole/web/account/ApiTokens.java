package io.beanpole.web.account;

import io.beanpole.task.TaskIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes API tokens and knows whose they are. A token is 256 random bits, so a plain SHA-256 keeps it safe at rest. */
@Component
class ApiTokens {
    private static final String PREFIX = "bp_";

    private final AccountStore accounts;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** Makes a token; it can't be read again. */
    NewToken create(Account owner, String name) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new NewToken(store(owner, name, token), name, token);
    }

    /** Stores a token that was made elsewhere. */
    UUID store(Account owner, String name, String token) {
        UUID id = TaskIds.next();
        accounts.insertToken(id, owner, name, hash(token));
        return id;
    }

    Optional<Account> owner(String token) {
        return accounts.findByToken(hash(token));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** A token in the one moment in which it is shown. */
    record NewToken(UUID id, String name, String token) {
        @Override
        public String toString() {
            return "NewToken[" + id + "]";
        }
    }
}
