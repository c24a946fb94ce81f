package io.beanpole.console.logs;

import io.beanpole.deploy.log.InstanceTails;
import io.beanpole.deploy.log.JoinedTails;
import io.beanpole.deploy.log.LogLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads tails and joins them on the thread that asks. Lines wait here until they are taken, so that none is lost when
 * nobody wants the answer any more that they came with. Any thread may call.
 */
final class TailReader {
    private final InstanceTails logs;
    private final int most;
    private final JoinedTails joined = new JoinedTails();
    private final List<LogLine> waiting = new ArrayList<>();

    /** @param most how many lines wait at the most; the oldest go */
    TailReader(InstanceTails logs, int most) {
        this.logs = logs;
        this.most = most;
    }

    /** Asks these instances for their logs, by environment. */
    void read(Map<String, Set<String>> instances) {
        new TreeMap<>(instances).forEach((environment, chosen) -> {
            var tails = logs.tails(environment, chosen);
            synchronized (this) {
                waiting.addAll(joined.join(tails));
                trim();
            }
        });
    }

    /** The lines that came since they were taken last; each is given once. */
    synchronized List<LogLine> taken() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken.stream().sorted(Comparator.comparing(LogLine::at)).toList();
    }

    private void trim() {
        if (waiting.size() > most) {
            waiting.subList(0, waiting.size() - most).clear();
        }
    }
}
