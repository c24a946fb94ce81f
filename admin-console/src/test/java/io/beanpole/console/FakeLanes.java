package io.beanpole.console;

import io.beanpole.deploy.lane.LaneFlow;
import io.beanpole.deploy.lane.LaneState;
import io.beanpole.deploy.lane.Lanes;
import io.beanpole.deploy.lane.TestTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Lanes whose states and whose next step of a test task are set by the test. */
public final class FakeLanes implements Lanes {
    public volatile List<LaneState> states = List.of();
    public volatile Optional<String> whyNoTestTask = Optional.empty();

    /** By queue name; a queue that isn't there has no figures. */
    public final Map<String, LaneFlow> flows = new ConcurrentHashMap<>();

    /** The bodies that were sent as they are, with the lane's name in front. */
    public final List<String> sent = new CopyOnWriteArrayList<>();

    /** What becomes of a test task when it is asked after. */
    public volatile UnaryOperator<TestTask> progress = task -> task;

    @Override
    public List<LaneState> all() {
        return states;
    }

    @Override
    public Map<String, LaneFlow> flows(List<String> queueNames) {
        return flows;
    }

    @Override
    public String sendMessage(LaneState lane, String body) {
        sent.add(lane.name() + ": " + body);
        return "message-" + sent.size();
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
