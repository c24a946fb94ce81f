package io.beanpole.console.environments;

import io.beanpole.console.words.Words;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import java.util.List;
import java.util.Locale;

/** Which events are shown. */
enum Severity {
    ALL(List.of()),
    WARNINGS(List.of("WARN", "ERROR", "FATAL")),
    ERRORS(List.of("ERROR", "FATAL"));

    private final List<String> severities;

    Severity(List<String> severities) {
        this.severities = severities;
    }

    boolean shows(EnvironmentEvent event) {
        return severities.isEmpty() || severities.contains(event.severity());
    }

    @Override
    public String toString() {
        return Words.of("environments.severity." + name().toLowerCase(Locale.ROOT));
    }
}
