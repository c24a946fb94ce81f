package io.beanpole.cloud.beanstalk.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.beanstalk.catalog.ManagedActions.Planned;
import io.beanpole.cloud.beanstalk.option.EnvironmentTierName;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManagedActionsTest {
    private static final Instant SATURDAY = Instant.parse("2026-11-21T12:00:00Z");

    private final Platforms platforms = new Platforms("eu-central-2");
    private final ManagedActions actions = new ManagedActions(platforms);

    private CatalogEnvironment environment(String version, Map<String, String> managed, Map<String, String> update) {
        OptionSettings settings = new OptionSettings(
                List.of(Map.of(OptionName.MANAGED_ACTIONS, managed, OptionName.PLATFORM_UPDATE, update)));
        return new CatalogEnvironment(
                "e-1",
                "lane",
                "app",
                EnvironmentTierName.WORKER,
                "v1",
                "Ready",
                platforms.wanted("64bit Amazon Linux 2023 v" + version + " running ECS", null),
                SATURDAY,
                SATURDAY,
                Map.of(),
                () -> settings);
    }

    private Optional<Planned> planned(String version, Map<String, String> update) {
        return actions.planned(
                environment(
                        version, Map.of("ManagedActionsEnabled", "true", "PreferredStartTime", "Tue:09:00"), update),
                SATURDAY);
    }

    @Test
    void nothingIsPlannedWhereManagedActionsAreOff() {
        assertThat(actions.planned(environment("4.0.4", Map.of(), Map.of()), SATURDAY))
                .isEmpty();
    }

    @Test
    void aMinorUpdateIsPlannedOnlyWhereTheLevelLetsIt() {
        assertThat(planned("4.2.8", Map.of("UpdateLevel", "patch")))
                .get()
                .satisfies(each -> assertThat(each.platform().solutionStack()).contains(" v4.2.9 "));
        assertThat(planned("4.2.8", Map.of("UpdateLevel", "minor")))
                .get()
                .satisfies(each -> assertThat(each.platform().solutionStack()).contains(" v4.7.1 "));
        assertThat(planned("4.7.1", Map.of("UpdateLevel", "minor"))).isEmpty();
    }

    @Test
    void freshInstancesArePlannedWhereThePlatformIsNew() {
        assertThat(planned("4.7.1", Map.of("UpdateLevel", "minor", "InstanceRefreshEnabled", "true")))
                .get()
                .satisfies(each -> assertThat(each.type()).isEqualTo("InstanceRefresh"));
    }

    @Test
    void theSameActionKeepsItsIdAndHasTheNextWindow() {
        Planned planned = planned("4.2.8", Map.of("UpdateLevel", "minor")).orElseThrow();

        assertThat(planned.window()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(planned("4.2.8", Map.of("UpdateLevel", "minor"))).contains(planned);
    }
}
