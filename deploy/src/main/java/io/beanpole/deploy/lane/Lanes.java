package io.beanpole.deploy.lane;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lanes of an account and region: every worker environment with its queue. */
public interface Lanes {
    /** How each lane stands now, the most urgent first; from GetQueueAttributes, which is fresher than CloudWatch. */
    List<LaneState> all();

    /**
     * How fast lanes fill and drain, by queue name, from CloudWatch, whose figures are a few minutes late on AWS. A queue
     * without figures is missing.
     */
    Map<String, LaneFlow> flows(List<String> queueNames);

    /**
     * Sends a message to a lane's queue as it is, past the application, and writes that down with the actions on the
     * environment.
     *
     * @param lane whose queue it is
     * @param body as the worker shall get it
     * @return the message's id
     */
    String sendMessage(LaneState lane, String body);

    /** Why no test task can be sent here; empty when one can. */
    Optional<String> whyNoTestTask();

    /** Submits a test task to the lane the way users do, and gives a handle on it. */
    TestTask sendTestTask(String laneName);

    /** How a test task stands. */
    TestTask refresh(TestTask task);
}
