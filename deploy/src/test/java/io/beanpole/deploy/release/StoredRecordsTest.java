package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the records of deployments become in S3. */
class StoredRecordsTest {
    private static final String FOLDER = "shop/deployments/shop-local-web/";

    private final FakeObjects objects = new FakeObjects();
    private final List<String> notes = new ArrayList<>();
    private final StoredRecords records = new StoredRecords(() -> "storage", objects, notes::add);

    @Test
    void aRecordLiesUnderItsApplicationAndEnvironment() {
        var id = deploy("2026-01-02T03:04:05.006Z", "v2");

        assertThat(id).startsWith("20260102T030405.006Z-");
        assertThat(objects.contents).containsOnlyKeys("storage/" + FOLDER + id + ".json");
    }

    @Test
    void theNewestComeFirstAndOldOnesAreNotFetched() {
        IntStream.range(0, 105)
                .forEach(
                        second -> deploy("2026-01-02T03:%02d:%02dZ".formatted(second / 60, second % 60), "v" + second));

        var newest = records.newest("shop", "shop-local-web");

        assertThat(newest).hasSize(100);
        assertThat(newest.get(0).toVersion()).isEqualTo("v104");
        assertThat(newest.get(99).toVersion()).isEqualTo("v5");
        assertThat(objects.fetched).hasSize(100);
    }

    @Test
    void whatHasNotChangedIsFetchedOnce() {
        deploy("2026-01-02T03:04:05Z", "v2");
        var entry = begin("2026-01-02T03:04:06Z", "v3");
        records.newest("shop", "shop-local-web");

        entry.end(DeploymentOutcome.FAILED, "It broke.");
        var newest = records.newest("shop", "shop-local-web");

        assertThat(newest.get(0).message()).isEqualTo("It broke.");
        assertThat(objects.fetched).hasSize(3);
    }

    @Test
    void aBrokenRecordIsLeftOutWithOneNote() {
        deploy("2026-01-02T03:04:05Z", "v2");
        objects.put("storage", FOLDER + "2.json", "", "{\"id\": ".getBytes(StandardCharsets.UTF_8));
        objects.put("storage", FOLDER + "3.json", "", "{\"id\": \"3\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(records.newest("shop", "shop-local-web")).hasSize(1);
        assertThat(records.newest("shop", "shop-local-web")).hasSize(1);
        assertThat(notes)
                .hasSize(2)
                .contains("Left out the record s3://storage/" + FOLDER + "2.json: it is no JSON.")
                .anySatisfy(note -> assertThat(note).contains("3.json: Missing creator property"));
    }

    @Test
    void anotherEnvironmentIsAnotherHistory() {
        deploy("2026-01-02T03:04:05Z", "v2");

        assertThat(records.newest("shop", "shop-local-web2")).isEmpty();
        assertThat(records.newest("shop", "shop-local-we")).isEmpty();
        assertThatThrownBy(() -> records.newest("shop", "../other")).hasMessageContaining("is no name");
    }

    private String deploy(String at, String version) {
        return begin(at, version).end(DeploymentOutcome.SUCCEEDED, "").id();
    }

    private JournalEntry begin(String at, String version) {
        var clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        var change = new VersionChange("shop", "shop-local-web", "v1", version, List.of(), "AllAtOnce", Purpose.of(""));
        return new DeploymentJournal(records, () -> "she", clock).begin(change, new Phases(clock, phase -> {}));
    }
}
