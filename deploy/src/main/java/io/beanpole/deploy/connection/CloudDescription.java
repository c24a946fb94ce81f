package io.beanpole.deploy.connection;

import io.beanpole.deploy.deadletter.LetterFiling;
import io.beanpole.deploy.lane.LaneNames;
import io.beanpole.deploy.lane.TestTaskRoute;
import io.beanpole.deploy.spec.DeclaredTimes;
import io.beanpole.deploy.spec.Tier;
import java.util.Map;
import java.util.Optional;

/**
 * What deployment.yml says of a cloud that the cloud itself doesn't.
 *
 * @param laneNames what people call the lanes
 * @param testTasks their route; empty where none is described
 * @param letters where what is known of dead letters is kept
 * @param times that the applications of each tier keep by themselves
 */
record CloudDescription(
        LaneNames laneNames, Optional<TestTaskRoute> testTasks, LetterFiling letters, Map<Tier, DeclaredTimes> times) {}
