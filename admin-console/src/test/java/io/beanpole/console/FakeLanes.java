package io.beanpole.console;

import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.lane.Lanes;
import io.beanpole.deploy.lane.TestTask;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lanes whose states and whose next step of a test task are set by the test. */
public final class FakeLanes implements Lanes {
    public volatile List<LaneState> states = List.of();
    public volatile Optional<String> whyNoTestTask = Optional.empty();

    /** What becomes of a test task when it is asked after. */
    public volatile UnaryOperator<TestTask> progress = task -> task;

    @Override
    public List<LaneState> all() {
        return states;
    }

    @Override
    public Optional<String> whyNoTestTask() {
        return whyNoTestTask;
    }

    @Override
    public TestTask sendTestTask(String laneName) {
        return new TestTask("task-1", laneName, BusyCloud.NOW, "QUEUED", Optional.empty(), false);
    }

    @Override
    public TestTask refresh(TestTask task) {
        return progress.apply(task);
    }
}
