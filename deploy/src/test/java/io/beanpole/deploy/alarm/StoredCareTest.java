package io.beanpole.deploy.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.foundation.SharedObjects.ReadObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredCareTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:42:10.123456789Z");
    private static final AlarmCare NONE = AlarmCare.none("depth / high", "shop", "shop-one");

    private final FakeSharedObjects objects = new FakeSharedObjects();
    private final List<String> notes = new ArrayList<>();
    private final StoredCare anna = by("arn:aws:sts::111122223333:assumed-role/on-call/anna");
    private final StoredCare ben = by("arn:aws:sts::111122223333:assumed-role/on-call/ben");

    @Test
    void whatOnePersonNotesTheOthersRead() {
        var kept = anna.save(NONE, NONE.withAcknowledgement(acknowledged("Anna")));

        assertThat(ben.of("shop")).containsEntry("depth / high", kept);
        assertThat(kept.actor()).endsWith("/anna");
        assertThat(objects.objects).containsOnlyKeys("shop/alarms/shop-one/depth+%2F+high.json");
    }

    @Test
    void changesOfDifferentThingsBothStand() {
        objects.before(() -> anna.save(NONE, NONE.withRunbook("Restart the importer.")));

        var kept = ben.save(NONE, NONE.withAcknowledgement(acknowledged("Ben")));

        assertThat(kept.runbook()).isEqualTo("Restart the importer.");
        assertThat(kept.acknowledgement()).isEqualTo(acknowledged("Ben"));
    }

    @Test
    void twoWhoTakeTheSameAlarmAtOnceAreToldOfEachOther() {
        objects.before(() -> anna.save(NONE, NONE.withAcknowledgement(acknowledged("Anna"))));

        assertThatThrownBy(() -> ben.save(NONE, NONE.withAcknowledgement(acknowledged("Ben"))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("acknowledgement")
                .hasMessageContaining("anna changed it");
        assertThat(anna.of("shop").get("depth / high").acknowledgement()).isEqualTo(acknowledged("Anna"));
    }

    @Test
    void whatDidNotChangeIsFetchedOnce() {
        anna.save(NONE, NONE.withRunbook("Look at Scaling."));
        ben.of("shop");
        var before = objects.reads.get();

        ben.of("shop");
        assertThat(objects.reads).hasValue(before);

        anna.save(anna.of("shop").get("depth / high"), NONE.withRunbook("Look at Queues."));
        assertThat(ben.of("shop").get("depth / high").runbook()).isEqualTo("Look at Queues.");
    }

    @Test
    void anObjectThatSomebodyBrokeIsLeftOutAndSaid() {
        objects.objects.put(
                "shop/alarms/shop-one/x.json", new ReadObject("{".getBytes(StandardCharsets.UTF_8), "\"broken\""));

        assertThat(anna.of("shop")).isEmpty();
        assertThat(notes).singleElement().asString().contains("s3://bucket/shop/alarms/shop-one/x.json");
    }

    @Test
    void anObjectThatSomebodyBrokeIsNotOverwrittenAndNamed() {
        var key = "shop/alarms/shop-one/depth+%2F+high.json";
        var broken = new ReadObject("{\"runbook\": ".getBytes(StandardCharsets.UTF_8), "\"broken\"");
        objects.objects.put(key, broken);

        assertThatThrownBy(() -> anna.save(NONE, NONE.withAcknowledgement(acknowledged("Anna"))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("s3://bucket/" + key);
        assertThat(objects.objects).containsEntry(key, broken);
    }

    @Test
    void whatSomebodyDeletesMeanwhileIsWrittenAnew() {
        anna.save(NONE, NONE.withRunbook("Look at Scaling."));
        var seen = ben.of("shop").get("depth / high");
        objects.before(() -> objects.objects.clear());

        var kept = ben.save(seen, seen.withAcknowledgement(acknowledged("Ben")));

        assertThat(kept.acknowledgement()).isEqualTo(acknowledged("Ben"));
        assertThat(ben.of("shop")).containsKey("depth / high");
    }

    private StoredCare by(String actor) {
        return new StoredCare(() -> "bucket", objects, () -> actor, Clock.fixed(NOW, ZoneOffset.UTC), notes::add);
    }

    private static Optional<Acknowledgement> acknowledged(String name) {
        return Optional.of(new Acknowledgement(name, "on it", NOW, NOW.plusSeconds(3600), NOW.minusSeconds(60)));
    }
}
