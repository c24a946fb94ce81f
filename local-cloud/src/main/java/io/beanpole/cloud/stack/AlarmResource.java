package io.beanpole.cloud.stack;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::CloudWatch::Alarm}: its properties are the fields of PutMetricAlarm. */
public final class AlarmResource implements ResourceHandler {
    private static final String NAME = "AlarmName";

    private final CloudWatchClient cloudWatch;
    private final String arnStem;

    /** @param arnStem what alarm ARNs begin with, {@code arn:aws:cloudwatch:<region>:<account>} */
    public AlarmResource(CloudWatchClient cloudWatch, String arnStem) {
        this.cloudWatch = cloudWatch;
        this.arnStem = arnStem;
    }

    @Override
    public String type() {
        return "AWS::CloudWatch::Alarm";
    }

    @Override
    public String noun() {
        return "CloudWatch alarm";
    }

    @Override
    public Set<String> replacing() {
        return Set.of(NAME);
    }

    @Override
    public void check(ObjectNode properties) {
        SdkProperties.check(PutMetricAlarmRequest.builder(), properties, Set.of());
    }

    @Override
    public PhysicalResource create(String name, ObjectNode properties) {
        String chosen = properties.path(NAME).asString(name);
        put(chosen, properties);
        return new PhysicalResource(chosen, Map.of("Arn", arnStem + ":alarm:" + chosen));
    }

    @Override
    public void update(PhysicalResource present, ObjectNode properties) {
        put(present.reference(), properties);
    }

    @Override
    public void delete(PhysicalResource present) {
        try {
            cloudWatch.deleteAlarms(request -> request.alarmNames(present.reference()));
        } catch (ResourceNotFoundException e) {
            return; // Somebody was faster, which is all that was wanted.
        }
    }

    private void put(String name, ObjectNode properties) {
        cloudWatch.putMetricAlarm(SdkProperties.fill(PutMetricAlarmRequest.builder(), properties)
                .alarmName(name)
                .build());
    }
}
