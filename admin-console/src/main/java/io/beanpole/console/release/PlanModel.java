package io.beanpole.console.release;

import io.beanpole.console.notice.Problem;
import io.beanpole.console.polling.Background;
import io.beanpole.console.polling.Work;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.desk.Order;
import io.beanpole.deploy.desk.ReleaseDesk;
import io.beanpole.deploy.plan.Plan;
import io.beanpole.deploy.plan.PlannedEnvironment;
import io.beanpole.deploy.plan.Staleness;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the deployment that is being prepared would do, as the cloud was when somebody last asked. */
public final class PlanModel {
    private final ReleaseDesk desk;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<PlannedEnvironment>> planned =
            new ReadOnlyObjectWrapper<>(this, "planned", Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private final ObservableList<DiffLine> files = FXCollections.observableArrayList();
    private final ObservableList<DiffLine> options = FXCollections.observableArrayList();
    private Optional<Plan> plan = Optional.empty();
    private Optional<Order> plannedOrder = Optional.empty();
    private Optional<Order> asked = Optional.empty();

    PlanModel(ReleaseDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        forget();
    }

    /** The plan; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<PlannedEnvironment>> plannedProperty() {
        return planned.getReadOnlyProperty();
    }

    /** How old or how wrong the plan is, in a sentence; empty when it is of what would be deployed. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How the files of the bundle differ, the Dockerrun file left out. */
    public ObservableList<DiffLine> files() {
        return files;
    }

    /** How option settings differ. */
    public ObservableList<DiffLine> options() {
        return options;
    }

    /** Nothing is planned any more. */
    void forget() {
        asked = Optional.empty();
        take(Optional.empty(), Optional.empty());
        state.set(Words.of("deploy.plan.none"));
    }

    /** What would be deployed is this by now; a plan of something else is out of date. */
    void compare(Order order) {
        if (asked.isEmpty() && plan.isPresent()) {
            state.set(isOf(order) ? "" : Words.of("deploy.plan.outdated"));
        }
    }

    /** Whether the plan is of this. */
    boolean isOf(Order order) {
        return plannedOrder.filter(made -> isSame(made, order)).isPresent();
    }

    /** Plans again, unless this is being planned already. */
    void make(Order order) {
        make(order, made -> {});
    }

    /**
     * Plans again.
     *
     * @param then hears what came of it
     */
    void make(Order order, Consumer<Made> then) {
        asked = Optional.of(order);
        state.set(Words.of("deploy.plan.making"));
        var work = new AtomicReference<Optional<Work>>(Optional.empty());
        work.set(Optional.of(background.run(
                Words.of("deploy.plan.work", order.environmentName()),
                () -> desk.plan(order),
                made -> {
                    var news = isOf(order)
                            ? plan.map(before -> Staleness.of(before, made)).orElse(List.of())
                            : List.<String>of();
                    if (asked.filter(order::equals).isPresent()) {
                        asked = Optional.empty();
                        take(Optional.of(order), Optional.of(made));
                        state.set(String.join(" ", news));
                    }
                    then.accept(new Made(Optional.of(made), news, ""));
                },
                failure -> {
                    var isGivenUp = Objects.requireNonNull(work.get())
                            .filter(Work::isCancelled)
                            .isPresent();
                    var sentence = isGivenUp
                            ? Words.of("deploy.plan.givenUp")
                            : Words.of("deploy.plan.failed", Problem.sentence(failure));
                    if (asked.filter(order::equals).isPresent()) {
                        asked = Optional.empty();
                        take(Optional.empty(), Optional.empty());
                        state.set(sentence);
                    }
                    then.accept(new Made(Optional.empty(), List.of(), isGivenUp ? "" : sentence));
                })));
    }

    private void take(Optional<Order> order, Optional<Plan> made) {
        plannedOrder = order;
        plan = made;
        planned.set(order.flatMap(wanted -> made.flatMap(found -> found.environment(wanted.environmentName()))));
        var environment = planned.get();
        files.setAll(environment
                .map(each -> PlanLines.files(each.files().stream()
                        .filter(file -> !file.path().equals("Dockerrun.aws.json"))
                        .toList()))
                .orElse(List.of()));
        options.setAll(
                environment.map(each -> PlanLines.options(each.options())).orElse(List.of()));
    }

    /** Why it is deployed changes nothing of what it does. */
    private static boolean isSame(Order one, Order other) {
        return one.environmentName().equals(other.environmentName())
                && one.content().equals(other.content())
                && one.policy().equals(other.policy());
    }

    /**
     * What came of planning.
     *
     * @param plan empty when none could be made
     * @param news what happened since the plan before, a sentence each
     * @param failure why there is none, as a sentence; empty when there is one, and when it was given up
     */
    record Made(Optional<Plan> plan, List<String> news, String failure) {
        /** Whether the person wanted to know no more. */
        boolean isGivenUp() {
            return plan.isEmpty() && failure.isEmpty();
        }
    }
}
