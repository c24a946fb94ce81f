package io.beanpole.console.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.list.Row;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentsViewModelTest {
    private final FakeConnection cloud = FakeConnection.busy();
    private final TestWorkspace test = TestWorkspace.inline(cloud);
    private final EnvironmentsViewModel model = new EnvironmentsViewModel(test.workspace());

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aWorkersLineShowsTheDepthOfItsQueueAndAWebEnvironmentHasNone() {
        assertThat(model.environments())
                .extracting(row -> row.value().name(), row -> row.value().depth())
                .containsExactly(
                        tuple("beanpole-local-express", 2L),
                        tuple("beanpole-local-standard", 418L),
                        tuple("beanpole-local-web", -1L));
    }

    @Test
    void everyWordOfTheFilterMustStandInTheLine() {
        model.filterProperty().set("WORKER warn");

        assertThat(names(model.environments())).containsExactly("beanpole-local-standard");
        assertThat(model.summaryProperty().get()).isEqualTo("1 of 3 environments, 1 not Ok");
    }

    @Test
    void aLineThatStopsMatchingLeavesTheFilteredList() {
        model.filterProperty().set("warning");

        test.workspace().selection().update(cloud.environments.subList(0, 1));

        assertThat(model.environments()).isEmpty();
    }

    @Test
    void theSummaryCountsWhatIsNotOk() {
        assertThat(model.summaryProperty().get()).isEqualTo("3 environments, 1 not Ok");
    }

    @Test
    void instancesAndEventsFollowTheChosenEnvironment() {
        model.shown();
        await().untilAsserted(() -> assertThat(model.instances()).hasSize(1));

        model.choose("beanpole-local-standard");

        await().untilAsserted(() -> assertThat(model.instances()).hasSize(3));
        assertThat(model.events().get(0).value().message()).startsWith("Environment health has transitioned");
    }

    @Test
    void anEnvironmentThatIsGoneGivesItsPlaceToTheFirst() {
        model.choose("beanpole-local-web");

        test.workspace().selection().update(cloud.environments.subList(0, 2));

        assertThat(model.chosenProperty().get()).map(EnvironmentOverview::name).contains("beanpole-local-express");
    }

    private static List<String> names(List<Row<EnvironmentLine>> rows) {
        return rows.stream().map(row -> row.value().name()).toList();
    }
}
