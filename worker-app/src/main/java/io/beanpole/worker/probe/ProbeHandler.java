package io.beanpole.worker.probe;

import io.beanpole.task.Task;
import io.beanpole.task.kind.ProbeInput;
import io.beanpole.worker.WorkerException;
import io.beanpole.worker.WorkerProperties;
import io.beanpole.worker.kind.Assignment;
import io.beanpole.worker.kind.Product;
import io.beanpole.worker.kind.TaskHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code probe}: writes down which instance had the task, and when; the way down a lane, without heavy work. */
@Component
public class ProbeHandler implements TaskHandler<ProbeInput> {
    private final WorkerProperties properties;
    private final Clock clock;

    @Autowired
    public ProbeHandler(WorkerProperties properties) {
        this(properties, Clock.systemUTC());
    }

    ProbeHandler(WorkerProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Class<ProbeInput> inputType() {
        return ProbeInput.class;
    }

    @Override
    public Product handle(ProbeInput input, Assignment assignment) {
        Path file = assignment.directory().resolve("probe.txt");
        try {
            Files.writeString(file, report(assignment.task(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        } catch (IOException e) {
            throw new WorkerException("Tried to write the report of a probe to " + file + ", but: " + e, e);
        }
        return new Product(file, "text/plain; charset=utf-8", null);
    }

    private String report(Task task, Instant started) {
        Instant received = task.startedAt() == null ? started : task.startedAt();
        return String.format(
                Locale.ROOT,
                "instance  %s%nlane      %s%nattempt   %d%nsent      %s%nreceived  %s%nstarted   %s%nwaited    %.3f s%n",
                properties.name(),
                task.lane(),
                task.attempts(),
                task.createdAt(),
                received,
                started,
                Duration.between(task.createdAt(), started).toMillis() / 1000.0);
    }
}
