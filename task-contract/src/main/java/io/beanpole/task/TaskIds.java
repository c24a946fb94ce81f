package io.beanpole.task;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes ids: UUIDv7 (RFC 9562), so that newer rows sort after older ones. */
public final class TaskIds {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private TaskIds() {}

    /** Gives the next id; never the same twice. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
