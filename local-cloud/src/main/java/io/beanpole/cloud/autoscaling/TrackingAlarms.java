package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.autoscaling.TrackingRecord.TrackedMetric;
import io.beanpole.cloud.autoscaling.TrackingRecord.TrackedQuery;
import io.beanpole.scaling.alarm.AlarmRule;
import io.beanpole.scaling.group.TargetAlarms;
import io.beanpole.scaling.policy.TargetTrackingPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * The alarms of policies that track a target: Auto Scaling makes them, owns them and deletes them (evidence: [B],
 * reference 5.1). They are put through CloudWatch's own API, as anybody's.
 */
final class TrackingAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(TrackingAlarms.class);
    private static final String HIGH = "AlarmHigh";
    private static final String LOW = "AlarmLow";

    private volatile @Nullable CloudWatchClient client;

    void use(CloudWatchClient cloudWatch) {
        client = cloudWatch;
    }

    /** Whether this alarm is the one that removes instances. */
    static boolean isLow(String alarmName) {
        return alarmName.startsWith("TargetTracking-") && alarmName.contains("-" + LOW + "-");
    }

    /** Makes or changes the two alarms of a policy. */
    void put(PolicyRecord policy) {
        CloudWatchClient present = client;
        TrackingRecord tracking = policy.tracking();
        if (tracking == null) {
            return;
        }
        if (present == null) {
            throw Refusals.invalid("This cloud has no CloudWatch in which a policy could track a target.");
        }
        TargetTrackingPolicy rule = tracking.rule(policy.name(), Duration.ZERO);
        try {
            present.putMetricAlarm(alarm(policy, tracking, HIGH)
                    .applyMutation(alarm -> rules(alarm, TargetAlarms.high(rule)))
                    .build());
            if (tracking.keepsSize()) {
                deleteIfThere(present, name(policy, LOW));
            } else {
                present.putMetricAlarm(alarm(policy, tracking, LOW)
                        .applyMutation(alarm -> rules(alarm, TargetAlarms.low(rule)))
                        .build());
            }
        } catch (CloudWatchException e) {
            throw Refusals.invalid("The alarms of policy " + policy.name() + " could not be made: "
                    + e.awsErrorDetails().errorMessage());
        }
    }

    private static void rules(PutMetricAlarmRequest.Builder alarm, AlarmRule rule) {
        alarm.comparisonOperator(rule.comparison().awsName())
                .threshold(rule.threshold())
                .evaluationPeriods(rule.evaluationPeriods())
                .datapointsToAlarm(rule.datapointsToAlarm())
                .treatMissingData(rule.missingData().awsName());
    }

    /** Deletes the alarms of policies that are gone; what fails is logged, because the policies are gone anyway. */
    void delete(List<PolicyRecord> gone) {
        CloudWatchClient present = client;
        if (present == null) {
            return;
        }
        for (PolicyRecord each : gone) {
            if (each.tracking() != null) {
                deleteIfThere(present, name(each, HIGH));
                deleteIfThere(present, name(each, LOW));
            }
        }
    }

    private static void deleteIfThere(CloudWatchClient present, String alarm) {
        try {
            present.deleteAlarms(request -> request.alarmNames(alarm));
        } catch (ResourceNotFoundException e) {
            LOG.debug("There was no alarm {}", alarm, e);
        } catch (SdkException e) {
            LOG.warn("The alarm {} of a policy that is gone could not be deleted", alarm, e);
        }
    }

    private static String name(PolicyRecord policy, String which) {
        UUID id = UUID.nameUUIDFromBytes((policy.arn() + which).getBytes(StandardCharsets.UTF_8));
        return "TargetTracking-" + policy.group() + "-" + which + "-" + id;
    }

    private static PutMetricAlarmRequest.Builder alarm(PolicyRecord policy, TrackingRecord tracking, String which) {
        PutMetricAlarmRequest.Builder alarm = PutMetricAlarmRequest.builder()
                .alarmName(name(policy, which))
                .alarmDescription("DO NOT EDIT OR DELETE. For TargetTrackingScaling policy " + policy.arn() + ".")
                .alarmActions(policy.arn());
        if (tracking.isMath()) {
            return alarm.metrics(
                    tracking.queries().stream().map(TrackingAlarms::query).toList());
        }
        TrackedMetric metric = Objects.requireNonNull(tracking.queries().get(0).metric());
        return alarm.namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(dimensions(metric.dimensions()))
                .statistic(metric.statistic())
                .unit(metric.unit())
                .period(metric.period());
    }

    private static MetricDataQuery query(TrackedQuery wanted) {
        MetricDataQuery.Builder query = MetricDataQuery.builder()
                .id(wanted.id())
                .label(wanted.label())
                .expression(wanted.expression())
                .returnData(wanted.returns());
        TrackedMetric metric = wanted.metric();
        if (metric == null) {
            return query.build();
        }
        return query.metricStat(stat -> stat.metric(what -> what.namespace(metric.namespace())
                                .metricName(metric.name())
                                .dimensions(dimensions(metric.dimensions())))
                        .stat(metric.statistic())
                        .period(metric.period())
                        .unit(metric.unit() == null ? null : StandardUnit.fromValue(metric.unit())))
                .build();
    }

    private static List<Dimension> dimensions(Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .map(each -> Dimension.builder()
                        .name(each.getKey())
                        .value(each.getValue())
                        .build())
                .toList();
    }
}
