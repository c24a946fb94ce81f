package io.beanpole.console;

import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.fleet.Fleet;
import io.beanpole.deploy.fleet.FleetEnvironment;
import io.beanpole.deploy.fleet.FleetGroup;
import io.beanpole.deploy.fleet.FleetPlatform;
import io.beanpole.deploy.fleet.FleetQueue;
import io.beanpole.deploy.fleet.LastDeployment;
import io.beanpole.deploy.lane.LaneState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The fleet that a fake connection's environments and lanes make. */
public final class FakeFleet {
    private FakeFleet() {}

    /** Each environment with the lane that it drains. */
    public static Fleet of(List<EnvironmentOverview> environments, List<LaneState> lanes) {
        return new Fleet(
                environments.stream()
                        .map(environment -> of(
                                environment,
                                lanes.stream()
                                        .filter(lane -> lane.environmentName().equals(environment.name()))
                                        .findFirst()))
                        .toList(),
                BusyCloud.NOW,
                6,
                List.of());
    }

    private static FleetEnvironment of(EnvironmentOverview environment, Optional<LaneState> lane) {
        return new FleetEnvironment(
                environment,
                Optional.of(new FleetGroup(
                        List.of("awseb-" + environment.id()),
                        environment.instances(),
                        environment.instances(),
                        1,
                        1,
                        4)),
                lane.map(FakeFleet::queue),
                Optional.of(new LastDeployment(
                        BusyCloud.NOW.minusSeconds(2900),
                        environment.versionLabel(),
                        LastDeployment.Outcome.SUCCEEDED)),
                new FleetPlatform(
                        "Docker running on 64bit Amazon Linux 2023", "4.3.0", Optional.of("4.5.1"), "Supported"),
                List.of(environment.versionLabel()));
    }

    private static FleetQueue queue(LaneState lane) {
        return new FleetQueue(
                lane.queueName(),
                lane.depth(),
                lane.inFlight(),
                lane.oldest(),
                lane.deadLetters(),
                true,
                IntStream.range(0, 60)
                        .mapToObj(minute -> new FleetQueue.Depth(
                                BusyCloud.NOW.minusSeconds(60L * (60 - minute)), lane.depth() * minute / 60.0))
                        .toList());
    }
}
