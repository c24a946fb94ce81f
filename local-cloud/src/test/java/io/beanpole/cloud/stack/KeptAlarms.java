package io.beanpole.cloud.stack;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;

/** Keeps alarms as they were put; refuses those that ask for it. */
final class KeptAlarms implements CloudWatchClient {
    final Map<String, PutMetricAlarmRequest> alarms = new TreeMap<>();

    @Override
    public PutMetricAlarmResponse putMetricAlarm(PutMetricAlarmRequest request) {
        if (request.period() != null && request.period() == 7) {
            throw CloudWatchException.builder()
                    .message("Metric periods must be 10, 20, 30 or a multiple of 60.")
                    .build();
        }
        alarms.put(request.alarmName(), request);
        return PutMetricAlarmResponse.builder().build();
    }

    @Override
    public DeleteAlarmsResponse deleteAlarms(DeleteAlarmsRequest request) {
        request.alarmNames().forEach(alarms::remove);
        return DeleteAlarmsResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
