package io.beanpole.console.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.console.FakeConnection;
import io.beanpole.console.FakeScalingDesk;
import io.beanpole.console.TestWorkspace;
import io.beanpole.deploy.scaling.desk.RenamedDesign;
import io.beanpole.deploy.scaling.file.OptionFileDesign;
import io.beanpole.scaling.check.Finding;
import io.beanpole.scaling.check.Flaw;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changing how an environment scales, without a window. */
class EditorViewModelTest {
    private static final String STANDARD = "beanpole-local-standard";

    private final FakeConnection connection = FakeConnection.busy();
    private final FakeScalingDesk desk = new FakeScalingDesk();
    private final TestWorkspace workspace = TestWorkspace.inline(connection);
    private final EditorViewModel model = new EditorViewModel(workspace.workspace());

    @BeforeEach
    void open() {
        connection.scalingDesk = desk;
        model.open(STANDARD);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whatAwsHasIsInTheFormAndNothingIsToApply() {
        assertThat(model.draft().alarms()).extracting(AlarmDraft::title).containsExactly("DemandHigh", "DemandLow");
        assertThat(model.draft().group().maximumProperty().get()).isEqualTo("4");
        assertThat(model.draft().changes()).isEmpty();
        assertThat(model.cantBeApplied().get()).isTrue();
    }

    @Test
    void aNumberThatIsNoneIsASentenceAndNothingCanBeApplied() {
        model.draft().alarms().get(0).thresholdProperty().set("many");

        assertThat(model.draft().problemProperty().get())
                .isEqualTo("DemandHigh: Threshold is 'many', which is no number.");
        assertThat(model.cantBeTried().get()).isTrue();
        assertThat(model.cantBeApplied().get()).isTrue();
    }

    @Test
    void moreDatapointsThanPeriodsAreRefusedInTheWordsOfTheArithmetic() {
        model.draft().alarms().get(0).datapointsProperty().set("3");

        assertThat(model.draft().problemProperty().get()).contains("3 of 1 datapoints");
    }

    @Test
    void theCheckSpeaksAtEveryKey() {
        assertThat(model.draft().findings()).extracting(Finding::flaw).doesNotContain(Flaw.FIXED_SIZE);

        model.draft().group().maximumProperty().set("1");

        assertThat(model.draft().findings()).extracting(Finding::flaw).contains(Flaw.FIXED_SIZE);
    }

    @Test
    void aChangeIsAskedAboutAppliedAndReadAgain() {
        model.draft().group().maximumProperty().set("9");
        assertThat(model.cantBeApplied().get()).isFalse();

        model.apply();

        assertThat(workspace.asked().get(0).consequences())
                .contains("maximum 4 becomes 9")
                .contains(".ebextensions say otherwise wins");
        assertThat(desk.design.maximum()).isEqualTo(9);
        assertThat(model.draft().changes()).isEmpty();
        assertThat(model.toldProperty().get()).contains("maximum 4 becomes 9");
    }

    @Test
    void whoSaysNoChangesNothingAndKeepsWhatTheyWrote() {
        workspace.agrees(false);
        model.draft().group().maximumProperty().set("9");

        model.apply();

        assertThat(desk.design.maximum()).isEqualTo(4);
        assertThat(model.draft().group().maximumProperty().get()).isEqualTo("9");
    }

    @Test
    void aRefusalIsInTheBannerAndWhatWasWrittenStays() {
        desk.refusal = Optional.of("autoscaling:UpdateAutoScalingGroup is not allowed.");
        model.draft().group().maximumProperty().set("9");

        model.apply();

        assertThat(workspace.notices().problems().values().toString()).contains("is not allowed");
        assertThat(model.draft().group().maximumProperty().get()).isEqualTo("9");
        assertThat(model.cantBeApplied().get()).isFalse();
    }

    @Test
    void aTrialPutsBothDesignsAndTheFloorSideBySide() {
        model.draft().group().maximumProperty().set("2");

        model.run();

        var figures = model.trial().figures();
        assertThat(figures)
                .extracting(row -> row.value().title())
                .startsWith("Half waited at most", "95 of 100 waited at most");
        assertThat(figures)
                .filteredOn(row -> row.value().title().equals("Most instances at a time"))
                .singleElement()
                .extracting(row -> row.value().current(), row -> row.value().proposed())
                .containsExactly("4", "2");
        assertThat(model.trial().runningProperty().get()).isFalse();
        assertThat(model.trial().outcomeProperty().get()).startsWith("450 tasks came.");
        assertThat(model.trial().contentProperty().get().series()).hasSize(4);
    }

    @Test
    void anAssumptionThatCantBeIsASentenceInPlaceOfATrial() {
        model.trial().assumptions().serviceProperty().set("0");

        model.run();

        assertThat(model.trial().outcomeProperty().get()).contains("A task takes (s) is 0; it must be 1 or more.");
        assertThat(model.trial().figures()).isEmpty();
    }

    @Test
    void theProposalIsWrittenIntoTheFormUnderNamesOfTheEnvironment() {
        model.advise();

        assertThat(model.draft().designProperty().get().orElseThrow().alarms())
                .extracting(each -> each.name())
                .containsExactly(STANDARD + "-DemandHigh", STANDARD + "-DemandLow");
        assertThat(model.draft().changes()).anyMatch(sentence -> sentence.contains("runs nothing any more"));
        model.draft().undo();
        assertThat(model.draft().changes()).isEmpty();
    }

    @Test
    void theSavedFileReadsAsTheSameDesign(@TempDir Path folder) {
        model.draft().group().maximumProperty().set("7");
        model.draft().policies().get(0).pauseProperty().set("200");
        var file = folder.resolve("41-scaling.config");

        model.save(file);

        var written =
                RenamedDesign.portable(model.draft().designProperty().get().orElseThrow());
        var read = OptionFileDesign.of(file);
        assertThat(read.maximum()).isEqualTo(7);
        assertThat(read.policies()).containsExactlyInAnyOrderElementsOf(written.policies());
        assertThat(read.alarms().stream().filter(alarm -> !alarm.name().startsWith("AWSEB")))
                .containsExactlyInAnyOrderElementsOf(written.alarms());
        assertThat(model.toldProperty().get()).startsWith("Saved ");
    }

    @Test
    void anotherEnvironmentBeginsWithItsOwnDesign() {
        model.draft().group().maximumProperty().set("9");
        model.run();

        model.open("beanpole-local-express");

        assertThat(model.draft().changes()).isEmpty();
        assertThat(model.trial().figures()).isEmpty();
    }

    @Test
    void editsAreThereAgainAfterALookAtAnotherEnvironment() {
        model.draft().group().maximumProperty().set("9");
        model.draft().alarms().get(0).thresholdProperty().set("many");

        model.open("beanpole-local-express");
        model.open(STANDARD);

        assertThat(model.draft().group().maximumProperty().get()).isEqualTo("9");
        assertThat(model.draft().problemProperty().get()).contains("'many'");
        model.draft().alarms().get(0).thresholdProperty().set("7");
        assertThat(model.draft().changes()).hasSize(2);
        model.draft().undo();
        assertThat(model.draft().changes()).isEmpty();
    }

    @Test
    void whatIsAppliedToOneEnvironmentLeavesTheEditsOfAnotherAlone() {
        model.draft().group().maximumProperty().set("9");
        desk.duringApply = () -> {
            model.open("beanpole-local-express");
            model.draft().group().maximumProperty().set("7");
        };

        model.apply();

        assertThat(model.draft().environmentName()).isEqualTo("beanpole-local-express");
        assertThat(model.draft().group().maximumProperty().get()).isEqualTo("7");
        assertThat(model.toldProperty().get()).isEmpty();
    }

    @Test
    void whatIsWrittenWhileTheFormerIsAppliedStays() {
        model.draft().group().maximumProperty().set("9");
        desk.duringApply = () -> model.draft().group().minimumProperty().set("3");

        model.apply();

        assertThat(desk.design.maximum()).isEqualTo(9);
        assertThat(model.draft().group().minimumProperty().get()).isEqualTo("3");
        assertThat(model.draft().changes()).containsExactly("The group: minimum 1 becomes 3.");
    }
}
