package io.beanpole.deploy.scaling.file;

import io.beanpole.scaling.design.DesignedAlarm;
import io.beanpole.scaling.design.DesignedPolicy;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricSubject;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.PlannedSize;
import io.beanpole.scaling.design.ScalingDesign;
import io.beanpole.scaling.design.WatchedMetric;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a design as an option file of {@code .ebextensions}: bounds, policies, alarms and schedule, with Elastic
 * Beanstalk's own trigger silenced where the design is without it (reference 4.4), and group metrics collected where an
 * alarm reads them.
 */
public final class OptionFileWriter {
    static final Set<String> DEFAULT_ALARMS = Set.of("AWSEBCloudwatchAlarmHigh", "AWSEBCloudwatchAlarmLow");
    static final Set<String> DEFAULT_POLICIES =
            Set.of("AWSEBAutoScalingScaleUpPolicy", "AWSEBAutoScalingScaleDownPolicy");

    private final ScalingDesign design;
    private final Map<String, List<String>> comments;
    private final Lines lines = new Lines();

    /**
     * A writer for one file.
     *
     * @param comments sentences by the name of the alarm or policy that they stand over; those of the empty name stand
     *     at the top
     */
    public OptionFileWriter(ScalingDesign design, Map<String, List<String>> comments) {
        this.design = design;
        this.comments = new LinkedHashMap<>(comments);
    }

    /**
     * The file's text.
     *
     * @throws io.beanpole.deploy.DeployException when the design has a metric that a file can't name
     */
    public String text() {
        say(0, "");
        options();
        lines.blank().add(0, "Resources:");
        group();
        design.policies().stream()
                .filter(each -> !DEFAULT_POLICIES.contains(each.name()))
                .forEach(this::policy);
        design.alarms().stream()
                .filter(each -> !DEFAULT_ALARMS.contains(each.name()))
                .forEach(this::alarm);
        silence();
        return lines.text();
    }

    private void options() {
        lines.add(0, "option_settings:").add(1, "aws:autoscaling:asg:");
        lines.add(2, "MinSize: \"" + design.minimum() + "\"");
        lines.add(2, "MaxSize: \"" + design.maximum() + "\"");
        lines.add(2, "Cooldown: \"" + design.cooldown().toSeconds() + "\"");
    }

    private void group() {
        Duration warmUp = design.warmUp();
        boolean isMeasured = usesGroupMetrics();
        if (warmUp == null && !isMeasured) {
            return;
        }
        if (isMeasured) {
            lines.comment(
                    1, "The alarms compare with what the group has; Auto Scaling tells it only when it is asked to.");
        }
        lines.add(1, "AWSEBAutoScalingGroup:").add(2, "Type: AWS::AutoScaling::AutoScalingGroup");
        lines.add(2, "Properties:");
        if (isMeasured) {
            lines.add(3, "MetricsCollection:").add(4, "- {Granularity: 1Minute}");
        }
        if (warmUp != null) {
            lines.add(3, "DefaultInstanceWarmup: " + warmUp.toSeconds());
        }
        lines.blank();
    }

    private void policy(DesignedPolicy policy) {
        say(1, policy.name());
        lines.add(1, policy.name() + ":")
                .add(2, "Type: AWS::AutoScaling::ScalingPolicy")
                .add(2, "Properties:");
        lines.add(3, "AutoScalingGroupName: {Ref: AWSEBAutoScalingGroup}");
        new PolicyLines(policy).write(lines, 3);
        lines.blank();
    }

    private void alarm(DesignedAlarm alarm) {
        say(1, alarm.name());
        lines.add(1, alarm.name() + ":").add(2, "Type: AWS::CloudWatch::Alarm").add(2, "Properties:");
        MetricLines metric = new MetricLines(alarm.metric(), "the alarm " + alarm.name());
        if (metric.isMath()) {
            metric.queries(lines, 3);
        } else {
            metric.single(lines, 3);
        }
        lines.add(3, "EvaluationPeriods: " + alarm.rule().evaluationPeriods());
        lines.add(3, "DatapointsToAlarm: " + alarm.rule().datapointsToAlarm());
        lines.add(3, "Threshold: " + Lines.number(alarm.rule().threshold()));
        lines.add(3, "ComparisonOperator: " + alarm.rule().comparison().awsName());
        lines.add(3, "TreatMissingData: " + alarm.rule().missingData().awsName());
        if (!alarm.enabled()) {
            lines.add(3, "ActionsEnabled: false");
        }
        if (!alarm.policies().isEmpty()) {
            lines.add(3, "AlarmActions:");
            alarm.policies().forEach(each -> lines.add(4, "- {Ref: " + each + "}"));
        }
        lines.blank();
    }

    private void silence() {
        List<String> silent = DEFAULT_ALARMS.stream()
                .sorted()
                .filter(each ->
                        design.alarms().stream().noneMatch(alarm -> alarm.name().equals(each)))
                .toList();
        if (!silent.isEmpty()) {
            lines.comment(
                    1,
                    "Elastic Beanstalk's own triggers look at network traffic and would pull against these: they run"
                            + " nothing.");
        }
        for (String alarm : silent) {
            lines.add(1, alarm + ":").add(2, "Type: AWS::CloudWatch::Alarm");
            lines.add(2, "Properties:").add(3, "AlarmActions: []");
        }
        for (PlannedSize planned : design.schedule()) {
            lines.blank();
            new ScheduleLines(planned).write(lines, 1);
        }
    }

    private boolean usesGroupMetrics() {
        Stream<WatchedMetric> tracked =
                design.policies().stream().map(DesignedPolicy::tracked).filter(Objects::nonNull);
        return Stream.concat(design.alarms().stream().map(DesignedAlarm::metric), tracked)
                .flatMap(each -> each.terms().stream())
                .map(MetricTerm::source)
                .filter(Objects::nonNull)
                .map(MetricSource::subject)
                .anyMatch(MetricSubject.GROUP::equals);
    }

    private void say(int depth, String name) {
        comments.getOrDefault(name, List.of()).forEach(each -> lines.comment(depth, each));
    }
}
