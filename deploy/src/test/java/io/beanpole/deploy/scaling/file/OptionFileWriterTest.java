package io.beanpole.deploy.scaling.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.advice.Advisor;
import io.beanpole.scaling.advice.Classics;
import io.beanpole.scaling.advice.LaneTarget;
import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import io.beanpole.scaling.schedule.Recurrence;
import io.beanpole.scaling.schedule.ScheduledSize;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptionFileWriterTest {
    private static final LaneTarget TARGET =
            new LaneTarget(Duration.ofMinutes(2), Duration.ofSeconds(30), 2, Duration.ofSeconds(150), 1, 40);

    @ParameterizedTest
    @MethodSource("designs")
    void whatIsWrittenIsReadAsTheSameDesign(ScalingDesign design) {
        String text = new OptionFileWriter(design, Map.of()).text();

        ScalingDesign read = OptionFileDesign.of(design.name(), Map.of("40-scaling.config", text));

        assertThat(read).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(design);
    }

    @Test
    void theProposalSilencesTheDefaultTriggerCountsInFlightAndTakesTheMaximumOfAMinute() {
        String text = ProposalFile.of(Advisor.propose(TARGET));

        assertThat(text)
                .contains("AWSEBCloudwatchAlarmHigh:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n"
                        + "      AlarmActions: []")
                .contains("ApproximateNumberOfMessagesNotVisible")
                .contains("Period: 60\n            Stat: Maximum")
                .contains("MetricsCollection")
                .contains("# instances for each message that waits: 0.25.");
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void aMetricThatTheFileCannotNameIsRefused() {
        DesignedAlarm alarm = Classics.awsSample(TARGET).alarms().get(0);
        WatchedMetric foreign = WatchedMetric.of(
                new MetricSource("App", "Load", MetricSubject.OTHER), "Average", Duration.ofMinutes(1));
        ScalingDesign design = new ScalingDesign(
                "own",
                1,
                4,
                Duration.ofSeconds(360),
                null,
                List.of(new DesignedAlarm("Load", foreign, alarm.rule(), List.of(), true)),
                List.of(),
                List.of());

        assertThatThrownBy(() -> new OptionFileWriter(design, Map.of()).text())
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("App Load is a metric of something that the file can't name");
    }

    static Stream<ScalingDesign> designs() {
        ScalingDesign proposed = Advisor.propose(TARGET).design();
        return Stream.of(
                proposed,
                Classics.awsSample(TARGET),
                Classics.stepScaling(TARGET),
                Classics.targetTracking(TARGET),
                planned(proposed),
                warmedUp(proposed, Duration.ofSeconds(90)),
                warmedUp(Classics.awsSample(TARGET), Duration.ofSeconds(45)));
    }

    private static ScalingDesign warmedUp(ScalingDesign design, Duration warmUp) {
        return new ScalingDesign(
                design.name(),
                design.minimum(),
                design.maximum(),
                design.cooldown(),
                warmUp,
                design.alarms(),
                design.policies(),
                design.schedule());
    }

    private static ScalingDesign planned(ScalingDesign design) {
        return new ScalingDesign(
                "planned",
                design.minimum(),
                design.maximum(),
                design.cooldown(),
                design.warmUp(),
                design.alarms(),
                design.policies(),
                List.of(new PlannedSize(
                        "Morning",
                        Recurrence.of("0 6 * * MON-FRI", ZoneOffset.UTC),
                        new ScheduledSize(4, null, null))));
    }
}
