package io.beanpole.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is kept, and what it is held against. */
class PlanFileTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aPlanComesBackAsItWasWritten() {
        var file = folder.resolve("plan.json");
        var plan = plan(MORNING, "sha256:aa", "web-1");

        PlanFile.write(file, plan);

        assertThat(PlanFile.read(file)).isEqualTo(plan);
        assertThat(Staleness.of(PlanFile.read(file), plan)).isEmpty();
    }

    @Test
    void onlyItsOwnerReadsAPlanWhetherItIsNewOrWasThere() throws IOException {
        var file = folder.resolve("plan.json");
        PlanFile.write(file, plan(MORNING, "sha256:aa", "web-1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PlanFile.write(file, plan(MORNING, "sha256:bb", "web-2"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsNoPlanIsToldInASentence() throws IOException {
        var file = folder.resolve("plan.json");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("is no plan");

        PlanFile.write(file, new Plan(99, MORNING, "shop", "test", 1, List.of()));
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("format 99");

        assertThatThrownBy(() -> PlanFile.read(folder.resolve("none"))).hasMessageContaining("Could not read the plan");
    }

    @Test
    void aTagThatMovedSinceIsNamedWithBothDigests() {
        assertThat(Staleness.of(plan(MORNING, "sha256:aa", "web-1"), plan(MORNING, "sha256:bb", "web-2")))
                .containsExactly(
                        "The tag 1 of registry/web moved since the plan was made: it was sha256:aa, and is sha256:bb.",
                        "The version for shop-web would be web-2 now; the plan says web-1.");
    }

    @Test
    void anEnvironmentThatSomebodyElseChangedSinceIsNamed() {
        assertThat(Staleness.of(
                        plan(MORNING, "sha256:aa", "web-1"), plan(MORNING.plusSeconds(60), "sha256:aa", "web-1")))
                .singleElement()
                .asString()
                .startsWith("Somebody changed shop-web since the plan was made");
    }

    private static Plan plan(Instant updatedAt, String digest, String label) {
        var environment = new PlannedEnvironment(
                "shop-web",
                "WebServer",
                "e-1",
                "Ready",
                Optional.of(updatedAt),
                "web-0",
                label,
                false,
                List.of(new PlannedImage("web", "registry/web", "1", Optional.of(digest), Optional.empty())),
                List.of(new FileChange("a", FileChange.Kind.CHANGED, List.of("-a", "+b"))),
                true,
                List.of(),
                true,
                Replacements.of("Rolling", 3, Optional.of(1), true),
                Optional.of(Duration.ofSeconds(90)),
                Optional.empty(),
                List.of());
        return new Plan(Plan.FORMAT, MORNING, "shop", "test", 11, List.of(environment));
    }
}
