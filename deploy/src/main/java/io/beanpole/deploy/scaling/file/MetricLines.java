package io.beanpole.deploy.scaling.file;

import io.beanpole.deploy.DeployException;
import io.beanpole.scaling.design.MetricSource;
import io.beanpole.scaling.design.MetricTerm;
import io.beanpole.scaling.design.WatchedMetric;
import java.util.Objects;

/** A watched metric as properties of an alarm or of a target: names come from the environment that reads the file. */
final class MetricLines {
    private static final String QUEUE = "{Name: QueueName, Value: {\"Fn::GetAtt\": [AWSEBWorkerQueue, QueueName]}}";
    private static final String DEAD_LETTERS =
            "{Name: QueueName, Value: {\"Fn::GetAtt\": [AWSEBWorkerDeadLetterQueue, QueueName]}}";
    private static final String GROUP = "{Name: AutoScalingGroupName, Value: {Ref: AWSEBAutoScalingGroup}}";

    private final WatchedMetric metric;
    private final String owner;

    /** @param owner the alarm or policy, for sentences */
    MetricLines(WatchedMetric metric, String owner) {
        this.metric = metric;
        this.owner = owner;
    }

    boolean isMath() {
        return metric.terms().size() > 1 || metric.result().expression() != null;
    }

    /** As an alarm on one metric has it. */
    void single(Lines lines, int depth) {
        MetricTerm term = metric.result();
        MetricSource source = Objects.requireNonNull(term.source());
        lines.add(depth, "Namespace: " + source.namespace());
        lines.add(depth, "MetricName: " + source.name());
        lines.add(depth, "Dimensions: [" + dimension(source) + "]");
        lines.add(depth, statisticKey(term) + ": " + term.statistic());
        lines.add(depth, "Period: " + metric.period().toSeconds());
    }

    /** As a list of queries, of which one is the answer. */
    void queries(Lines lines, int depth) {
        lines.add(depth, "Metrics:");
        for (MetricTerm term : metric.terms()) {
            lines.add(depth + 1, "- Id: " + term.id());
            lines.add(depth + 2, "ReturnData: " + term.id().equals(metric.returned()));
            MetricSource source = term.source();
            if (source == null) {
                lines.add(depth + 2, "Expression: " + Lines.quoted(Objects.requireNonNull(term.expression())));
            } else {
                lines.add(depth + 2, "MetricStat:");
                lines.add(depth + 3, "Metric:");
                lines.add(depth + 4, "Namespace: " + source.namespace());
                lines.add(depth + 4, "MetricName: " + source.name());
                lines.add(depth + 4, "Dimensions: [" + dimension(source) + "]");
                lines.add(depth + 3, "Period: " + metric.period().toSeconds());
                lines.add(depth + 3, "Stat: " + term.statistic());
            }
        }
    }

    private static String statisticKey(MetricTerm term) {
        return Objects.requireNonNull(term.statistic()).startsWith("p") ? "ExtendedStatistic" : "Statistic";
    }

    private String dimension(MetricSource source) {
        return switch (source.subject()) {
            case QUEUE -> QUEUE;
            case DEAD_LETTER_QUEUE -> DEAD_LETTERS;
            case GROUP -> GROUP;
            case OTHER ->
                throw new DeployException("Tried to write " + owner + " as an option file, but " + source.namespace()
                        + " " + source.name()
                        + " is a metric of something that the file can't name. Take the metrics of"
                        + " the queue or of the group, or write this alarm by hand.");
        };
    }
}
