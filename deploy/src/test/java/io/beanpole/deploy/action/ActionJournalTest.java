package io.beanpole.deploy.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.foundation.ObjectStore;
import io.beanpole.deploy.foundation.StoredObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is written down of an action, and where. */
class ActionJournalTest {
    private static final ActionSubject SUBJECT = new ActionSubject("shop", "shop-local-express");

    private final Objects objects = new Objects();
    private final StoredActions actions = new StoredActions(() -> "storage", objects, note -> {});

    @Test
    void anActionLiesUnderItsApplicationAndEnvironmentAndReadsBackAsItWasWritten() {
        var written = journal("2026-01-02T03:04:05.006Z")
                .write(SUBJECT, "dlq redrive", "12 messages went back.", Map.of("rate", "50/s"));

        assertThat(objects.contents)
                .containsOnlyKeys("storage/shop/actions/shop-local-express/" + written.id() + ".json");
        assertThat(written.id()).startsWith("20260102T030405.006Z-");
        assertThat(written.actor()).isEqualTo("arn:she");
        assertThat(actions.newest("shop", "shop-local-express")).containsExactly(written);
    }

    @Test
    void theNewestActionComesFirst() {
        journal("2026-01-02T03:04:05Z").write(SUBJECT, "dlq purge", "first", Map.of());
        journal("2026-01-02T03:04:06Z").write(SUBJECT, "dlq purge", "second", Map.of());

        assertThat(actions.newest("shop", "shop-local-express"))
                .extracting(ActionRecord::message)
                .containsExactly("second", "first");
    }

    private ActionJournal journal(String at) {
        var clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        return new ActionJournal(actions, () -> "arn:she", clock);
    }

    /** Objects in memory. */
    private static final class Objects implements ObjectStore {
        private final SortedMap<String, byte[]> contents = new TreeMap<>();

        @Override
        public void put(String bucket, String key, String type, byte[] content) {
            contents.put(bucket + "/" + key, content);
        }

        @Override
        public Optional<byte[]> get(String bucket, String key) {
            return Optional.ofNullable(contents.get(bucket + "/" + key));
        }

        @Override
        public List<StoredObject> list(String bucket, String prefix) {
            return contents.keySet().stream()
                    .filter(key -> key.startsWith(bucket + "/" + prefix))
                    .map(key -> new StoredObject(key.substring(bucket.length() + 1), "etag"))
                    .toList();
        }
    }
}
