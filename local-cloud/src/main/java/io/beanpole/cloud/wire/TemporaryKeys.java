package io.beanpole.cloud.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that are good for a while, as AssumeRole hands them out. None is kept: what one is worth can be told from its id,
 * its token and the cloud's own secret, so that they outlive a restart.
 */
final class TemporaryKeys {
    private static final Pattern ID = Pattern.compile("ASIA([0-9A-V]{7})[0-9A-V]{9}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BASE = 32;

    private final String secret;

    /** @param secret of the cloud's one lasting key */
    TemporaryKeys(String secret) {
        this.secret = secret;
    }

    /** A new key for an assumed role; times are whole seconds. */
    TemporaryKey issue(String arn, Instant expiry) {
        String id =
                "ASIA" + digits(BigInteger.valueOf(expiry.getEpochSecond()), 7) + digits(new BigInteger(45, RANDOM), 9);
        String owner = Base64.getUrlEncoder().withoutPadding().encodeToString(arn.getBytes(StandardCharsets.UTF_8));
        return new TemporaryKey(
                id,
                derived("secret", id),
                owner + "." + derived("token", id + arn),
                Instant.ofEpochSecond(expiry.getEpochSecond()));
    }

    /** Whether an id has the form of one of these. */
    static boolean isOne(String id) {
        return ID.matcher(id).matches();
    }

    /** The secret of a key that hasn't expired. */
    Optional<String> secretOf(String id, Instant now) {
        Matcher form = ID.matcher(id);
        return form.matches() && now.isBefore(Instant.ofEpochSecond(Long.parseLong(form.group(1), BASE)))
                ? Optional.of(derived("secret", id))
                : Optional.empty();
    }

    /** Whose key it is; empty when the token is not that of the key. */
    Optional<String> ownerOf(String id, String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || !token.substring(0, dot).matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        String arn = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
        byte[] expected = derived("token", id + arn).getBytes(StandardCharsets.UTF_8);
        byte[] shown = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, shown) ? Optional.of(arn) : Optional.empty();
    }

    private static String digits(BigInteger number, int length) {
        String text = number.toString(BASE).toUpperCase(Locale.ROOT);
        return "0".repeat(length - text.length()) + text;
    }

    private String derived(String purpose, String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((purpose + "\n" + of).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }
}
