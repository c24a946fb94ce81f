package io.beanpole.deploy.cli.scaling;

import io.beanpole.deploy.cli.shell.Shell;
import io.beanpole.deploy.cli.shell.StageChoice;
import io.beanpole.deploy.cli.shell.Times;
import io.beanpole.deploy.scaling.simulation.RecordedTraces;
import io.beanpole.deploy.scaling.simulation.TraceFile;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.simulation.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What comes: traces with a name, of a file, or recorded. */
final class TraceChoice {
    private static final String RECORDED = "env:";

    @Option(
            names = "--trace",
            paramLabel = "TRACE",
            description = "What comes: step, burst, diurnal, sawtooth, poisson (a day each), year, a file of lines"
                    + " 'time,count', or env:ENV for what came there. Repeatable (default: diurnal).")
    private List<String> traces = new ArrayList<>();

    @Option(names = "--since", description = "How far back env:ENV looks (default ${DEFAULT-VALUE}).")
    private String since = "6h";

    /** The traces that were named, in their order. */
    List<Trace> traces(Shell shell, StageChoice stage) {
        return (traces.isEmpty() ? List.of("diurnal") : traces)
                .stream().map(each -> trace(each, shell, stage)).toList();
    }

    /** How far back a recorded trace, and what is measured beside it, goes. */
    Duration since() {
        return Times.stretch(since);
    }

    /** Whether each needs a file of its own where something is drawn. */
    boolean areSeveral() {
        return traces.size() > 1;
    }

    private Trace trace(String name, Shell shell, StageChoice stage) {
        if (name.startsWith(RECORDED)) {
            var environment = stage.environmentName(shell, name.substring(RECORDED.length()));
            return RecordedTraces.of(stage.access(shell), environment, Times.stretch(since));
        }
        var isNamed = Traces.NAMES.contains(name) || name.equals(Traces.YEAR);
        return isNamed ? Traces.named(name) : TraceFile.of(CheckoutFile.toRead(shell, name));
    }
}
