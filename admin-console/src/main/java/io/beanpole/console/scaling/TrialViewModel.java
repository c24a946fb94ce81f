package io.beanpole.console.scaling;

import io.beanpole.console.chart.ChartContent;
import io.beanpole.console.list.KeyedList;
import io.beanpole.console.list.Row;
import io.beanpole.console.polling.Work;
import io.beanpole.console.screen.Workspace;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.scaling.desk.StandingScaling;
import io.beanpole.deploy.scaling.simulation.SimulatedRow;
import io.beanpole.scaling.ScalingException;
import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.Proposal;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.simulation.SimulationResult;
import io.beanpole.scaling.simulation.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Tries a design on the load that the environment had, beside the design that it has. Nothing in a cloud changes. */
final class TrialViewModel {
    /** A bar that is told of every minute of two weeks would do nothing else. */
    private static final double LEAST_PROGRESS = 0.01;

    private final Workspace workspace;
    private final TrialAssumptions assumptions = new TrialAssumptions();
    private final ObjectProperty<TimeRange> since = new SimpleObjectProperty<>(this, "since", TimeRange.THREE_HOURS);
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running", false);
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 0);
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper(this, "outcome", "");
    private final ReadOnlyObjectWrapper<ChartContent> content =
            new ReadOnlyObjectWrapper<>(this, "content", ChartContent.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Trace>> load =
            new ReadOnlyObjectWrapper<>(this, "load", Optional.empty());
    private final KeyedList<TrialFigure> figures = new KeyedList<>(TrialFigure::title);
    private @Nullable Work work;
    /** Only the newest trial says anything; those before it end on threads of their own. */
    private volatile @Nullable Trial newest;

    TrialViewModel(Workspace workspace) {
        this.workspace = workspace;
    }

    TrialAssumptions assumptions() {
        return assumptions;
    }

    /** How far back the load is taken from. */
    ObjectProperty<TimeRange> sinceProperty() {
        return since;
    }

    BooleanProperty runningProperty() {
        return running;
    }

    /** 0 to 1. */
    DoubleProperty progressProperty() {
        return progress;
    }

    /** What the trial says, in a sentence; or why there is none. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** The load of the trial that is shown. */
    ReadOnlyObjectProperty<Optional<Trace>> loadProperty() {
        return load.getReadOnlyProperty();
    }

    /** How the present design, the proposed one and the floor did, a figure a row. */
    ObservableList<Row<TrialFigure>> figures() {
        return figures.rows();
    }

    /** Runs both designs; a trial that runs already is given up. */
    void run(StandingScaling standing, ScalingDesign proposed) {
        giveUp();
        Trial trial;
        try {
            trial = new Trial(standing, proposed, assumptions.workload());
        } catch (ScalingException e) {
            outcome.set(String.valueOf(e.getMessage()));
            return;
        }
        var length = since.get().length();
        var environment = standing.design().name();
        newest = trial;
        running.set(true);
        progress.set(0);
        outcome.set(Words.of("scaling.trial.reading", since.get().title()));
        work = workspace
                .background()
                .run(
                        Words.of("scaling.trial.running", environment),
                        () -> tried(trial, environment, length),
                        tried -> tried.filter(each -> isNewest(trial)).ifPresent(this::show),
                        failure -> {
                            if (isNewest(trial)) {
                                newest = null;
                                running.set(false);
                                outcome.set(Words.of("scaling.trial.failed"));
                            }
                        });
    }

    /** Ends a trial that runs. */
    void giveUp() {
        newest = null;
        if (work != null && !work.isDone()) {
            work.cancel();
            outcome.set(Words.of("scaling.trial.cancelled"));
        }
        work = null;
        running.set(false);
    }

    /** Another design or another environment: what was tried says nothing of it. */
    void forget() {
        giveUp();
        outcome.set("");
        content.set(ChartContent.NOTHING);
        load.set(Optional.empty());
        figures.update(List.of());
    }

    /** A design for what is assumed; empty when there is none, and then the outcome says why. */
    Optional<Proposal> advice(int minimum, int maximum) {
        try {
            return Optional.of(Advisor.propose(assumptions.target(minimum, maximum)));
        } catch (ScalingException e) {
            outcome.set(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Tried> tried(Trial trial, String environment, Duration length) {
        try {
            var recorded = workspace.connection().scalingDesk().load(environment, length);
            return Optional.of(new Tried(recorded, trial.run(recorded, reported(trial))));
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (DeployException e) {
            if (isNewest(trial)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isNewest(Trial trial) {
        return trial == newest;
    }

    private DoubleConsumer reported(Trial trial) {
        return new DoubleConsumer() {
            private double told;

            @Override
            public void accept(double part) {
                if (part - told >= LEAST_PROGRESS) {
                    told = part;
                    workspace.background().onWindow(() -> {
                        if (isNewest(trial)) {
                            progress.set(part);
                        }
                    });
                }
            }
        };
    }

    private void show(Tried tried) {
        newest = null;
        running.set(false);
        load.set(Optional.of(tried.load()));
        var current = tried.results().get(0);
        var proposed = tried.results().get(1);
        var rows = tried.results().stream()
                .map(result -> SimulatedRow.of(result, false))
                .toList();
        figures.update(TrialFigure.of(rows.get(0), rows.get(1), rows.get(2)));
        content.set(TrialContent.of(current, proposed));
        outcome.set(TrialSentence.of(current, proposed));
    }

    /** What came of a trial. */
    private record Tried(Trace load, List<SimulationResult> results) {}
}
