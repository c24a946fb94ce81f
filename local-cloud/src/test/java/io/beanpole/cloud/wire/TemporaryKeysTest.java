package io.beanpole.cloud.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a temporary key is worth, told from itself alone. */
class TemporaryKeysTest {
    private static final String ROLE = "arn:aws:sts::000000000000:assumed-role/on-call/ann";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final TemporaryKeys keys = new TemporaryKeys("the cloud's secret");
    private final TemporaryKey key = keys.issue(ROLE, NOW.plusSeconds(3600));

    @Test
    void itsIdLooksLikeAwsAndItsSecretIsFoundAgain() {
        assertThat(key.id()).matches("ASIA[0-9A-Z]{16}");
        assertThat(TemporaryKeys.isOne(key.id())).isTrue();
        assertThat(new TemporaryKeys("the cloud's secret").secretOf(key.id(), NOW))
                .contains(key.secret());
        assertThat(new TemporaryKeys("another's secret").secretOf(key.id(), NOW))
                .isNotEqualTo(key.secret());
    }

    @Test
    void itExpires() {
        assertThat(keys.secretOf(key.id(), NOW.plusSeconds(3599))).isPresent();
        assertThat(keys.secretOf(key.id(), NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void onlyItsOwnTokenTellsItsOwner() {
        var other = keys.issue(ROLE.replace("on-call", "release-manager"), NOW.plusSeconds(3600));

        assertThat(keys.ownerOf(key.id(), key.token())).contains(ROLE);
        assertThat(keys.ownerOf(key.id(), other.token())).isEmpty();
        assertThat(keys.ownerOf(key.id(), "nonsense")).isEmpty();
        assertThat(keys.ownerOf(key.id(), ".")).isEmpty();
    }
}
