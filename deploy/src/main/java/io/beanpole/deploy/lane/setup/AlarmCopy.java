package io.beanpole.deploy.lane.setup;

import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** An alarm that is there as the request that would make it again. */
final class AlarmCopy {
    private AlarmCopy() {}

    /** The request; what CloudWatch fills in by itself is left out, so that two can be compared. */
    static PutMetricAlarmRequest of(MetricAlarm alarm) {
        var request = PutMetricAlarmRequest.builder()
                .alarmName(alarm.alarmName())
                .alarmDescription(alarm.alarmDescription())
                .namespace(alarm.namespace())
                .metricName(alarm.metricName())
                .statistic(alarm.statisticAsString())
                .extendedStatistic(alarm.extendedStatistic())
                .unit(alarm.unitAsString())
                .period(alarm.period())
                .evaluationPeriods(alarm.evaluationPeriods())
                .datapointsToAlarm(alarm.datapointsToAlarm())
                .threshold(alarm.threshold())
                .comparisonOperator(alarm.comparisonOperatorAsString())
                .treatMissingData(alarm.treatMissingData())
                .alarmActions(alarm.alarmActions());
        if (alarm.hasDimensions() && !alarm.dimensions().isEmpty()) {
            request.dimensions(alarm.dimensions());
        }
        if (alarm.hasMetrics() && !alarm.metrics().isEmpty()) {
            request.metrics(alarm.metrics());
        }
        if (alarm.hasOkActions() && !alarm.okActions().isEmpty()) {
            request.okActions(alarm.okActions());
        }
        if (alarm.hasInsufficientDataActions()
                && !alarm.insufficientDataActions().isEmpty()) {
            request.insufficientDataActions(alarm.insufficientDataActions());
        }
        return request.build();
    }
}
