package io.beanpole.cloud.imds;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tokens that IMDSv2 asks for before it says anything. */
final class SessionTokens {
    private static final int MOST = 10_000;

    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    SessionTokens(Clock clock) {
        this.clock = clock;
    }

    String issue(Duration life) {
        Instant now = clock.instant();
        expiries.values().removeIf(now::isAfter);
        if (expiries.size() >= MOST) {
            expiries.clear();
        }
        byte[] bytes = new byte[40];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().encodeToString(bytes);
        expiries.put(token, now.plus(life));
        return token;
    }

    boolean isValid(@Nullable String token) {
        Instant expiry = token == null ? null : expiries.get(token);
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
