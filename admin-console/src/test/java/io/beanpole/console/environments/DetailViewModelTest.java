package io.beanpole.console.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeDetails;
import io.beanpole.console.TestWorkspace;
import io.beanpole.console.screen.Workspaces;
import io.beanpole.deploy.beanstalk.EnvironmentOverview;
import io.beanpole.deploy.detail.Resource;
import io.beanpole.deploy.plan.OptionInForce;
import io.beanpole.deploy.plan.OptionSource;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DetailViewModelTest {
    private final FakeConnection cloud = FakeConnection.busy();
    private final FakeDetails details = new FakeDetails();
    private final TestWorkspace test = TestWorkspace.inline(cloud);
    private final Workspaces workspaces = new Workspaces();
    private final DetailViewModel model;
    private final EnvironmentDeeds deeds;

    DetailViewModelTest() {
        cloud.details = details;
        workspaces.open(List.of(test.workspace()));
        model = new DetailViewModel(workspaces);
        deeds = new EnvironmentDeeds(model);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void anInstanceIsProtectedOnlyIfThePersonAgrees() {
        model.shown();
        test.workspace().selection().choose("beanpole-local-standard");
        await().untilAsserted(() -> assertThat(model.instances()).hasSize(3));
        var unprotected = model.instances().get(1).value();
        test.agrees(false);
        deeds.turnProtection(unprotected);
        assertThat(details.done).isEmpty();

        test.agrees(true);
        deeds.turnProtection(unprotected);

        assertThat(details.done).containsExactly("protect " + unprotected.id() + " true");
        assertThat(test.notices().news()).containsExactly(unprotected.id() + " is protected from scale-in.");
    }

    @Test
    void aRebuildIsTypedBecauseItCannotBeUndone() {
        deeds.rebuild();
        deeds.restart();

        assertThat(test.asked()).extracting(question -> question.isTyped()).containsExactly(true, false);
        assertThat(details.done).containsExactly("rebuild beanpole-local-express", "restart beanpole-local-express");
    }

    @Test
    void settingsAreReadOncePerChangeOfTheEnvironmentAndFiltered() {
        details.options = List.of(
                new OptionInForce("aws:autoscaling:asg", "MaxSize", "4", OptionSource.EBEXTENSIONS, ""),
                new OptionInForce("aws:autoscaling:asg", "MinSize", "1", OptionSource.DEFAULT, ""));
        details.resources = List.of(new Resource(Resource.Kind.QUEUE, "awseb-queue", ""));
        var environment = chosen();
        model.facts().wantOptions(test.workspace(), environment);
        model.facts().wantResources(test.workspace(), environment);

        details.options = List.of();
        model.facts().wantOptions(test.workspace(), environment);
        model.facts().filterProperty().set("ebextensions");

        assertThat(model.facts().options())
                .extracting(row -> row.value().name())
                .containsExactly("MaxSize");
        assertThat(model.facts().resources()).hasSize(1);
        test.workspace().selection().choose("beanpole-local-web");
        assertThat(model.facts().options()).isEmpty();
    }

    @Test
    void aConnectionThatIsClosedIsNotHeld() {
        var closed = new WeakReference<>(open());

        workspaces.open(List.of(test.workspace()));

        await().untilAsserted(() -> {
            System.gc();
            assertThat(closed.get()).isNull();
        });
    }

    /** A second connection that was worked on and then closed. */
    private Object open() {
        var other = FakeConnection.busy();
        other.name = "another cloud";
        var second = TestWorkspace.inline(other);
        var environments = new EnvironmentsViewModel(workspaces);
        workspaces.open(List.of(test.workspace(), second.workspace()));
        workspaces.activate(second.workspace());
        assertThat(environments.environments()).hasSize(6);
        workspaces.open(List.of(test.workspace()));
        second.close();
        return second.workspace().selection();
    }

    private EnvironmentOverview chosen() {
        return model.chosenProperty().get().orElseThrow();
    }
}
