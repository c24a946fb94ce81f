package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionResponse;
import software.amazon.awssdk.services.autoscaling.model.DeleteLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteLifecycleHookResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHookTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHookTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHooksRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHooksResponse;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.LimitExceededException;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookResponse;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatRequest;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatResponse;

/** The operations on lifecycle hooks and on what waits at them. */
final class HooksApi {
    private static final int MOST = 50;
    private static final int LEAST_HEARTBEAT = 30;
    private static final int MOST_HEARTBEAT = 7200;
    private static final int USUAL_HEARTBEAT = 3600;
    private static final List<String> RESULTS = List.of(HookRecord.CONTINUE, HookRecord.ABANDON);
    private static final List<String> TRANSITIONS = List.of(HookRecord.LAUNCHING, HookRecord.TERMINATING);

    private final Groups groups;
    private final Notices notices;

    HooksApi(Groups groups, Notices notices) {
        this.groups = groups;
        this.notices = notices;
    }

    void register(AwsService service) {
        service.on(PutLifecycleHookRequest.class, this::put)
                .on(DescribeLifecycleHooksRequest.class, this::describe)
                .on(DeleteLifecycleHookRequest.class, this::delete)
                .on(CompleteLifecycleActionRequest.class, this::complete)
                .on(RecordLifecycleActionHeartbeatRequest.class, this::heartbeat)
                .on(
                        DescribeLifecycleHookTypesRequest.class,
                        request -> DescribeLifecycleHookTypesResponse.builder()
                                .lifecycleHookTypes(TRANSITIONS)
                                .build());
    }

    private PutLifecycleHookResponse put(PutLifecycleHookRequest request) {
        String name = Refusals.required(request.lifecycleHookName(), "lifecycleHookName");
        GroupRecord changed = groups.changed(group(request.autoScalingGroupName()), group -> {
            List<HookRecord> hooks = new ArrayList<>(group.record().hooks());
            Optional<HookRecord> known =
                    hooks.stream().filter(each -> each.name().equals(name)).findFirst();
            known.ifPresent(hooks::remove);
            if (hooks.size() >= MOST) {
                throw AwsError.of(LimitExceededException.class, "A group has at most " + MOST + " lifecycle hooks.");
            }
            hooks.add(hook(name, request, known));
            group.become(group.record().withHooks(hooks));
            return group.record();
        });
        changed.hooks().stream()
                .filter(each -> each.name().equals(name))
                .forEach(each -> notices.testHook(changed, each));
        return PutLifecycleHookResponse.builder().build();
    }

    /** What isn't given of a hook that is there stays. */
    private static HookRecord hook(String name, PutLifecycleHookRequest request, Optional<HookRecord> known) {
        String transition = request.lifecycleTransition() == null
                ? known.map(HookRecord::transition).orElse(null)
                : request.lifecycleTransition();
        String result = or(request.defaultResult(), known.map(HookRecord::defaultResult), HookRecord.ABANDON);
        int heartbeat = request.heartbeatTimeout() == null
                ? known.map(HookRecord::heartbeat).orElse(USUAL_HEARTBEAT)
                : request.heartbeatTimeout();
        oneOf(Refusals.required(transition, "lifecycleTransition"), TRANSITIONS, "LifecycleTransition");
        oneOf(result, RESULTS, "DefaultResult");
        if (heartbeat < LEAST_HEARTBEAT || heartbeat > MOST_HEARTBEAT) {
            throw Refusals.invalid("HeartbeatTimeout must be from " + LEAST_HEARTBEAT + " to " + MOST_HEARTBEAT
                    + " seconds, not " + heartbeat + ".");
        }
        return new HookRecord(
                name,
                Objects.requireNonNull(transition),
                or(request.notificationTargetARN(), known.map(HookRecord::target), ""),
                or(request.roleARN(), known.map(HookRecord::role), ""),
                or(request.notificationMetadata(), known.map(HookRecord::metadata), ""),
                heartbeat,
                result);
    }

    private static String or(@Nullable String wanted, Optional<String> known, String otherwise) {
        return wanted == null ? known.orElse(otherwise) : wanted;
    }

    private DescribeLifecycleHooksResponse describe(DescribeLifecycleHooksRequest request) {
        String name = group(request.autoScalingGroupName());
        GroupRecord group = groups.read(all -> all.byName(name).record());
        return DescribeLifecycleHooksResponse.builder()
                .lifecycleHooks(group.hooks().stream()
                        .filter(each -> request.lifecycleHookNames().isEmpty()
                                || request.lifecycleHookNames().contains(each.name()))
                        .map(each -> view(name, each))
                        .toList())
                .build();
    }

    private static LifecycleHook view(String group, HookRecord hook) {
        return LifecycleHook.builder()
                .autoScalingGroupName(group)
                .lifecycleHookName(hook.name())
                .lifecycleTransition(hook.transition())
                .notificationTargetARN(hook.target().isEmpty() ? null : hook.target())
                .roleARN(hook.role().isEmpty() ? null : hook.role())
                .notificationMetadata(hook.metadata().isEmpty() ? null : hook.metadata())
                .heartbeatTimeout(hook.heartbeat())
                .globalTimeout((int) hook.longest().toSeconds())
                .defaultResult(hook.defaultResult())
                .build();
    }

    /** What waits there goes on as if the action were abandoned for termination, continued for a launch. */
    private DeleteLifecycleHookResponse delete(DeleteLifecycleHookRequest request) {
        String name = Refusals.required(request.lifecycleHookName(), "lifecycleHookName");
        groups.change(group(request.autoScalingGroupName()), group -> {
            List<HookRecord> hooks = new ArrayList<>(group.record().hooks());
            if (!hooks.removeIf(each -> each.name().equals(name))) {
                throw Refusals.invalid("No Lifecycle Hook found with name: " + name);
            }
            group.become(group.record().withHooks(hooks));
            List.copyOf(group.members()).stream()
                    .flatMap(member -> group.waits().find(name, member.id()).stream())
                    .forEach(wait -> LifecycleActions.complete(group, wait, HookRecord.CONTINUE));
        });
        return DeleteLifecycleHookResponse.builder().build();
    }

    private CompleteLifecycleActionResponse complete(CompleteLifecycleActionRequest request) {
        String result = Refusals.required(request.lifecycleActionResult(), "lifecycleActionResult");
        oneOf(result, RESULTS, "LifecycleActionResult");
        String hook = Refusals.required(request.lifecycleHookName(), "lifecycleHookName");
        groups.change(
                group(request.autoScalingGroupName()),
                group -> LifecycleActions.complete(
                        group, wait(group, hook, request.instanceId(), request.lifecycleActionToken()), result));
        return CompleteLifecycleActionResponse.builder().build();
    }

    private RecordLifecycleActionHeartbeatResponse heartbeat(RecordLifecycleActionHeartbeatRequest request) {
        String hook = Refusals.required(request.lifecycleHookName(), "lifecycleHookName");
        groups.change(
                group(request.autoScalingGroupName()),
                group -> group.waits()
                        .extend(wait(group, hook, request.instanceId(), request.lifecycleActionToken()), group.now()));
        return RecordLifecycleActionHeartbeatResponse.builder().build();
    }

    private static LifecycleWait wait(Group group, String hook, @Nullable String instance, @Nullable String token) {
        String wanted = Refusals.required(instance == null ? token : instance, "instanceId");
        return group.waits()
                .find(hook, wanted)
                .orElseThrow(() -> Refusals.invalid("No active Lifecycle Action found with "
                        + (instance == null ? "token " : "instance ID ") + wanted));
    }

    private static String group(@Nullable String name) {
        return Refusals.required(name, "autoScalingGroupName");
    }

    private static void oneOf(String value, List<String> allowed, String parameter) {
        if (!allowed.contains(value)) {
            throw Refusals.invalid(parameter + " must be " + String.join(" or ", allowed) + ", not " + value + ".");
        }
    }
}
