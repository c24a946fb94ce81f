package io.beanpole.deploy.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.deploy.DeployException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The few lines of a log that say why. */
class LogReasonTest {
    private final ArrayList<String> notes = new ArrayList<>();

    @Test
    void theFirstLinesOfTroubleAreTakenAndRepetitionsLeftOut() {
        var log = """
                ----------------------------------------
                /var/log/containers/worker-1.log
                ----------------------------------------
                2026-01-01T10:00:00Z Starting the worker
                2026-01-01T10:00:01Z Exception in thread "main" java.lang.IllegalStateException: no database
                    at io.shop.Worker.main(Worker.java:7)
                2026-01-01T10:00:02Z Starting the worker
                2026-01-01T10:00:03Z Exception in thread "main" java.lang.IllegalStateException: no database
                Caused by: java.net.ConnectException: Connection refused
                Unrecognized VM option 'NoSuch'
                """;

        assertThat(LogReason.lines(log))
                .containsExactly(
                        "2026-01-01T10:00:01Z Exception in thread \"main\" java.lang.IllegalStateException: no database",
                        "Caused by: java.net.ConnectException: Connection refused",
                        "Unrecognized VM option 'NoSuch'");
    }

    @Test
    void theInstanceThatToldIsNamed() {
        var reason = new LogReason(
                name -> new TreeMap<>(Map.of("i-1", "all is well", "i-2", "FATAL: out of memory")), notes::add);

        assertThat(reason.of("web")).containsExactly("i-2: FATAL: out of memory");
    }

    @Test
    void logsThatCannotBeHadAreNoFurtherFailure() {
        var reason = new LogReason(
                name -> {
                    throw new DeployException("No instance handed in its logs.");
                },
                notes::add);

        assertThat(reason.of("web")).isEmpty();
        assertThat(notes).containsExactly("The logs of web can't be shown. No instance handed in its logs.");
    }
}
