package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsService;
import io.beanpole.scaling.group.ScalingProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingProcessTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingProcessTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.ProcessType;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.ResumeProcessesResponse;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesRequest;
import software.amazon.awssdk.services.autoscaling.model.SuspendProcessesResponse;

/** The operations that suspend and resume what a group does by itself. */
final class ProcessesApi {
    private final Groups groups;

    ProcessesApi(Groups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(SuspendProcessesRequest.class, this::suspend)
                .on(ResumeProcessesRequest.class, this::resume)
                .on(DescribeScalingProcessTypesRequest.class, this::processes);
    }

    private SuspendProcessesResponse suspend(SuspendProcessesRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        List<ScalingProcess> processes = named(request.scalingProcesses());
        groups.change(name, group -> {
            Map<String, String> suspended = new TreeMap<>(group.record().suspended());
            processes.forEach(each -> suspended.put(each.wireName(), "User suspended"));
            group.become(group.record().withSuspended(suspended));
        });
        return SuspendProcessesResponse.builder().build();
    }

    private ResumeProcessesResponse resume(ResumeProcessesRequest request) {
        String name = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        List<ScalingProcess> processes = named(request.scalingProcesses());
        groups.change(name, group -> {
            Map<String, String> suspended = new TreeMap<>(group.record().suspended());
            processes.forEach(each -> suspended.remove(each.wireName()));
            group.become(group.record().withSuspended(suspended));
            group.reconcile();
        });
        return ResumeProcessesResponse.builder().build();
    }

    private DescribeScalingProcessTypesResponse processes(DescribeScalingProcessTypesRequest request) {
        return DescribeScalingProcessTypesResponse.builder()
                .processes(Arrays.stream(ScalingProcess.values())
                        .map(each -> ProcessType.builder()
                                .processName(each.wireName())
                                .build())
                        .toList())
                .build();
    }

    /** All of them when none is named, as AWS has it. */
    private static List<ScalingProcess> named(List<String> wireNames) {
        return wireNames.isEmpty()
                ? List.of(ScalingProcess.values())
                : wireNames.stream()
                        .map(each -> ScalingProcess.named(each)
                                .orElseThrow(() -> Refusals.invalid("Invalid process type(s): " + each)))
                        .toList();
    }
}
