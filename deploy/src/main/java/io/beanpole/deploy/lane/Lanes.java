package io.beanpole.deploy.lane;

import java.util.List;
import java.util.Optional;

/** The lanes of an account and region: every worker environment with its queue. */
public interface Lanes {
    /** How each lane stands now, the most urgent first; from GetQueueAttributes, which is fresher than CloudWatch. */
    List<LaneState> all();

    /** Why no test task can be sent here; empty when one can. */
    Optional<String> whyNoTestTask();

    /** Submits a test task to the lane the way users do, and gives a handle on it. */
    TestTask sendTestTask(String laneName);

    /** How a test task stands. */
    TestTask refresh(TestTask task);
}
