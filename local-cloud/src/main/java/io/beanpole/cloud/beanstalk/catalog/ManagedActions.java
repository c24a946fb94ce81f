package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.catalog.Platforms.Found;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What would be done by itself to an environment in its next weekly window: a platform update, or fresh instances. */
final class ManagedActions {
    /** How long a window is [D]. */
    static final Duration WINDOW = Duration.ofHours(2);

    private final Platforms platforms;

    /**
     * The next action of one environment.
     *
     * @param type AWS's word, as in {@code PlatformUpdate}
     * @param platform that the environment would have afterwards
     */
    record Planned(String id, String type, String description, PlatformName platform, Instant window) {}

    ManagedActions(Platforms platforms) {
        this.platforms = platforms;
    }

    /** Nothing where managed actions are off, or where the platform is as new as the update level lets it be. */
    Optional<Planned> planned(CatalogEnvironment environment, Instant now) {
        OptionSettings settings = environment.settings().get();
        Optional<String> start = settings.text(OptionName.MANAGED_ACTIONS, "PreferredStartTime");
        if (environment.isTerminated()
                || start.isEmpty()
                || !settings.isOn(OptionName.MANAGED_ACTIONS, "ManagedActionsEnabled")) {
            return Optional.empty();
        }
        Instant window = window(start.get(), now);
        Optional<PlatformName> update = update(environment, settings);
        if (update.isPresent()) {
            return Optional.of(new Planned(
                    id(environment, update.get().platformArn()),
                    "PlatformUpdate",
                    "Platform update from " + environment.platform().solutionStack() + " to "
                            + update.get().solutionStack(),
                    update.get(),
                    window));
        }
        return settings.isOn(OptionName.PLATFORM_UPDATE, "InstanceRefreshEnabled")
                ? Optional.of(new Planned(
                        id(environment, window.toString()),
                        "InstanceRefresh",
                        "Replacement of all instances",
                        environment.platform(),
                        window))
                : Optional.empty();
    }

    private Optional<PlatformName> update(CatalogEnvironment environment, OptionSettings settings) {
        Optional<Found> present = platforms.ofStack(environment.platform().solutionStack());
        boolean isPatchOnly = !settings.text(OptionName.PLATFORM_UPDATE, "UpdateLevel")
                .orElse("patch")
                .equals("minor");
        return present.flatMap(found -> found.branch().versions().stream()
                .filter(each -> each.compareTo(found.version()) > 0)
                .filter(each -> !isPatchOnly || each.isPatchOf(found.version()))
                .max(PlatformVersion::compareTo)
                .map(each -> platforms.name(new Found(found.branch(), each))));
    }

    /** The next time that a week is at, say, {@code Tue:09:00} UTC. */
    static Instant window(String preferredStart, Instant now) {
        String[] parts = preferredStart.split(":", 2);
        DayOfWeek day = DayOfWeek.MONDAY;
        for (DayOfWeek each : DayOfWeek.values()) {
            if (each.name().startsWith(parts[0].toUpperCase(Locale.ROOT))) {
                day = each;
            }
        }
        ZonedDateTime from = now.atZone(ZoneOffset.UTC);
        ZonedDateTime at = from.with(TemporalAdjusters.nextOrSame(day)).with(LocalTime.parse(parts[1]));
        return (at.isAfter(from) ? at : at.plusWeeks(1)).toInstant();
    }

    /** The same as long as it is the same action. */
    private static String id(CatalogEnvironment environment, String what) {
        return UUID.nameUUIDFromBytes((environment.id() + " " + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
