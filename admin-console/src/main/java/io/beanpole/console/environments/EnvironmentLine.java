package io.beanpole.console.environments;

import io.beanpole.console.control.Mark;
import io.beanpole.console.control.Tone;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.lane.LaneState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One environment as the table shows it.
 *
 * @param lane of a worker whose queue is known
 */
record EnvironmentLine(EnvironmentOverview overview, Optional<LaneState> lane) {
    String name() {
        return overview.name();
    }

    String tier() {
        return overview.isWorker() ? "Worker" : "Web";
    }

    Mark health() {
        return new Mark(
                Tone.ofHealth(overview.healthStatus()), overview.healthStatus(), String.join("\n", overview.causes()));
    }

    Mark status() {
        return new Mark(Tone.ofStatus(overview.status()), overview.status());
    }

    /** Messages that wait; -1 where there is no queue. */
    long depth() {
        return lane.map(LaneState::depth).orElse(-1L);
    }

    /** Whether every word of the filter stands somewhere in the line. */
    boolean matches(String filter) {
        var text = String.join(
                        " ",
                        overview.name(),
                        overview.application(),
                        tier(),
                        overview.healthStatus(),
                        overview.status(),
                        overview.versionLabel())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(text::contains);
    }
}
