package io.beanpole.console.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeFleet;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.list.Row;
import io.beanpole.console.memory.Memory;
import io.beanpole.console.screen.FleetFeed;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.deploy.beanstalk.EnvironmentEvent;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.fleet.Fleet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentsViewModelTest {
    private static final String EXPRESS = "beanpole-local-express";
    private static final String STANDARD = "beanpole-local-standard";
    private static final String WEB = "beanpole-local-web";

    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace test = TestWorkspace.inline(cloud);
    private final Workspaces workspaces = new Workspaces();
    private final EnvironmentsViewModel model;

    EnvironmentsViewModelTest() {
        workspaces.open(List.of(test.workspace()));
        model = new EnvironmentsViewModel(workspaces);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aWorkersLineShowsTheDepthOfItsQueueAndAWebEnvironmentHasNone() {
        assertThat(model.environments())
                .extracting(row -> row.value().name(), row -> row.value().depth())
                .containsExactly(tuple(EXPRESS, 2L), tuple(STANDARD, 418L), tuple(WEB, -1L));
    }

    @Test
    void everyWordOfTheFilterMustStandInTheLine() {
        model.filterProperty().set("WORKER warn");

        assertThat(names()).containsExactly(STANDARD);
        assertThat(model.summaryProperty().get()).isEqualTo("1 of 3 environments, 1 not Ok");
    }

    @Test
    void aFilterNamesPartsTurnsThemRoundAndComparesNumbers() {
        model.filterProperty().set("tier:worker health:!ok");
        assertThat(names()).containsExactly(STANDARD);

        model.filterProperty().set("depth:>1 depth:<100");
        assertThat(names()).containsExactly(EXPRESS);

        model.filterProperty().set("app:beanpole health:");
        assertThat(names()).hasSize(3);
    }

    @Test
    void aSavedFilterIsThereAfterTheNextStart() {
        var memory = new Memory();
        new SavedFilters(memory).save("Deep", "depth:>100");

        assertThat(new SavedFilters(memory).all()).containsEntry("Deep", "depth:>100");
        new SavedFilters(memory).remove("Deep");
        assertThat(new SavedFilters(memory).all()).doesNotContainKey("Deep");
    }

    @Test
    void aLineThatStopsMatchingLeavesTheFilteredList() {
        model.filterProperty().set("warning");

        read(cloud.environments.subList(0, 1));

        assertThat(model.environments()).isEmpty();
        assertThat(model.hidesSome()).isTrue();
    }

    @Test
    void theSummaryCountsWhatIsNotOk() {
        assertThat(model.summaryProperty().get()).isEqualTo("3 environments, 1 not Ok");
    }

    @Test
    void groupsByHealthBeginWithTheUnwellAndOnlyTheirFirstLineSaysSo() {
        model.groupingProperty().set(Grouping.HEALTH);

        assertThat(model.environments())
                .extracting(row -> row.value().group(), row -> row.value().startsGroup())
                .containsExactly(tuple("Warning", true), tuple("Ok", true), tuple("Ok", false));
    }

    @Test
    void aReadingThatTellsTheSameChangesNoRow() {
        var changes = new ArrayList<Object>();
        model.environments().addListener((ListChangeListener<Row<EnvironmentLine>>) changes::add);
        var before = List.copyOf(model.environments());

        read(cloud.environments);

        assertThat(changes).isEmpty();
        assertThat(model.environments()).containsExactlyElementsOf(before);
    }

    @Test
    void rowsStayTheSameObjectsWhenTheyAreSorted() {
        var before = List.copyOf(model.environments());

        model.sort(
                Comparator.comparing((Row<EnvironmentLine> row) -> row.value().depth())
                        .reversed());

        assertThat(names()).containsExactly(STANDARD, EXPRESS, WEB);
        assertThat(model.environments()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void instancesAndEventsFollowTheChosenEnvironment() {
        var detail = model.detail();
        model.shown();
        await().untilAsserted(() -> assertThat(detail.instances()).hasSize(1));

        choose(STANDARD);

        await().untilAsserted(() -> assertThat(detail.instances()).hasSize(3));
        await().untilAsserted(() -> assertThat(detail.events()).hasSize(8));
        detail.severityProperty().set(Severity.ERRORS);
        assertThat(detail.events()).hasSize(2);
    }

    @Test
    void tenThousandEventsAreReadOnceAndThenOnlyTheNews() {
        var events = new ArrayList<EnvironmentEvent>();
        for (int i = 0; i < 12_000; i++) {
            events.add(
                    new EnvironmentEvent(Instant.parse("2026-11-20T00:00:00Z").minusSeconds(i), "INFO", "event " + i));
        }
        cloud.events.put(STANDARD, events);
        choose(STANDARD);
        var detail = model.detail();
        detail.readAllEvents();
        assertThat(detail.events()).hasSize(10_000);
        var second = detail.events().get(1);
        model.shown();

        var longer = new ArrayList<>(events);
        longer.add(0, new EnvironmentEvent(Instant.parse("2026-11-20T00:00:01Z"), "WARN", "news"));
        cloud.events.put(STANDARD, longer);
        detail.refresh();

        await().untilAsserted(() ->
                assertThat(detail.events().get(0).value().message()).isEqualTo("news"));
        assertThat(detail.events()).hasSize(10_000);
        assertThat(detail.events().get(2)).isSameAs(second);
    }

    @Test
    void anEnvironmentThatSomebodyElseDeletedIsSaidToBeGoneAndTheFirstIsChosen() {
        choose(WEB);
        var feed = new FleetFeed(test.workspace().selection(), test.workspace().notices());

        feed.follow(fleet(cloud.environments.subList(0, 2)), "");

        assertThat(model.detail().chosenProperty().get())
                .map(EnvironmentOverview::name)
                .contains(EXPRESS);
        assertThat(test.notices().news())
                .containsExactly(WEB + " is gone: somebody else deleted it. " + EXPRESS + " is chosen now.");
    }

    @Test
    void aConnectionThatIsClosedTakesItsLinesWithIt() {
        workspaces.open(List.of());

        assertThat(model.environments()).isEmpty();
        assertThat(model.detail().chosenProperty().get()).isEmpty();
    }

    private void choose(String name) {
        model.environments().stream()
                .map(Row::value)
                .filter(line -> line.name().equals(name))
                .findFirst()
                .ifPresent(model::choose);
    }

    private void read(List<EnvironmentOverview> environments) {
        test.workspace().selection().update(fleet(environments));
    }

    private Fleet fleet(List<EnvironmentOverview> environments) {
        return FakeFleet.of(environments, cloud.lanes.states);
    }

    private List<String> names() {
        return model.environments().stream().map(row -> row.value().name()).toList();
    }
}
