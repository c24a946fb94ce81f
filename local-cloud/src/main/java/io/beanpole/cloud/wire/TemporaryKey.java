package io.beanpole.cloud.wire;

import java.time.Instant;

/** A key of an assumed role; requests that it signs carry the token, too. */
public record TemporaryKey(String id, String secret, String token, Instant expiry) {
    @Override
    public String toString() {
        return "TemporaryKey[" + id + " until " + expiry + "]";
    }
}
