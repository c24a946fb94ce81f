package io.beanpole.console;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.scaling.LaneFigures;
import io.beanpole.deploy.scaling.ScalingExplanation;
import io.beanpole.deploy.scaling.desk.DesignChanges;
import io.beanpole.deploy.scaling.desk.ScalingDesk;
import io.beanpole.deploy.scaling.desk.StandingScaling;
import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.check.LaneTraits;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.Trace;
import io.beanpole.scaling.why.AxisEntry;
import io.beanpole.scaling.why.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One lane's scaling, kept in fields; what is applied is there from then on. */
public final class FakeScalingDesk implements ScalingDesk {
    private static final int MINUTES = 120;
    private static final int FLOOD_BEGINS = 20;
    private static final int FLOOD_ENDS = 50;

    public volatile ScalingDesign design = Advisor.propose(
                    new LaneTarget(Duration.ofMinutes(10), Duration.ofSeconds(60), 1, Duration.ofSeconds(150), 1, 4))
            .design();

    /** When set, applying is refused with this sentence. */
    public volatile Optional<String> refusal = Optional.empty();

    /** Done in the middle of applying; what a person does meanwhile. */
    public volatile Runnable duringApply = () -> {};

    /** Done before a moment is explained or a load is read; it may hold the thread that asks. */
    public volatile Consumer<Instant> beforeExplaining = at -> {};

    public volatile Runnable beforeLoad = () -> {};

    public final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public StandingScaling read(String environmentName) {
        return new StandingScaling(
                design,
                new LaneTraits(true, true, null),
                new LaneFigures(Optional.of(Duration.ofSeconds(20)), OptionalInt.of(1)));
    }

    @Override
    public ScalingExplanation explain(String environmentName, Instant from, Instant at) {
        asked.add(environmentName + " " + at);
        beforeExplaining.accept(at);
        return new ScalingExplanation(
                environmentName,
                at,
                Verdict.AT_MAXIMUM,
                "The group has its maximum of 4 instances.",
                List.of("One instance is protected from scale-in."),
                List.of(),
                List.of(
                        new AxisEntry(at.minusSeconds(90), AxisEntry.Kind.ALARM, "DepthHigh: OK to ALARM, 418 waited"),
                        new AxisEntry(at.minusSeconds(60), AxisEntry.Kind.POLICY, "DepthHigh: ran DepthHighPolicy")));
    }

    /** A flood of half an hour. */
    @Override
    public Trace load(String environmentName, Duration since) {
        beforeLoad.run();
        return new Trace(
                environmentName,
                Instant.parse("2026-11-21T08:00:00Z"),
                Duration.ofMinutes(1),
                IntStream.range(0, MINUTES)
                        .map(minute -> minute >= FLOOD_BEGINS && minute < FLOOD_ENDS ? 12 : 1)
                        .toArray());
    }

    @Override
    public List<String> apply(String environmentName, ScalingDesign before, ScalingDesign wanted) {
        refusal.ifPresent(sentence -> {
            throw new DeployException(sentence);
        });
        var changes = new DesignChanges(before, wanted).sentences();
        design = wanted;
        duringApply.run();
        return changes;
    }
}
