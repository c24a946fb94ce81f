package io.beanpole.worker.protection;

import io.beanpole.task.BeatStore;
import java.util.List;
import java.util.function.Supplier;

/** The beats of one instance in the table that the sweep reads. */
record StoredBeats(BeatStore beats, Supplier<String> instance, String lane) implements InstanceBeat.Beats {
    @Override
    public void beat(boolean busy) {
        beats.beat(instance.get(), lane, busy);
    }

    @Override
    public void end() {
        beats.forget(List.of(instance.get()));
    }
}
