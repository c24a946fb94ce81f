package io.beanpole.cloud.autoscaling;

import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.BatchDeleteScheduledActionRequest;
import software.amazon.awssdk.services.autoscaling.model.BatchDeleteScheduledActionResponse;
import software.amazon.awssdk.services.autoscaling.model.BatchPutScheduledUpdateGroupActionRequest;
import software.amazon.awssdk.services.autoscaling.model.BatchPutScheduledUpdateGroupActionResponse;
import software.amazon.awssdk.services.autoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteScheduledActionResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.autoscaling.model.FailedScheduledUpdateGroupActionRequest;
import software.amazon.awssdk.services.autoscaling.model.PutScheduledUpdateGroupActionRequest;
import software.amazon.awssdk.services.autoscaling.model.PutScheduledUpdateGroupActionResponse;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupActionRequest;

/** The operations on scheduled actions. */
final class ScheduleApi {
    private static final int MOST_AT_ONCE = 50;

    private final Groups groups;

    ScheduleApi(Groups groups) {
        this.groups = groups;
    }

    void register(AwsService service) {
        service.on(PutScheduledUpdateGroupActionRequest.class, this::put)
                .on(BatchPutScheduledUpdateGroupActionRequest.class, this::putAll)
                .on(DescribeScheduledActionsRequest.class, this::describe)
                .on(DeleteScheduledActionRequest.class, this::delete)
                .on(BatchDeleteScheduledActionRequest.class, this::deleteAll);
    }

    private PutScheduledUpdateGroupActionResponse put(PutScheduledUpdateGroupActionRequest request) {
        String group = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        Instant time = request.startTime() == null ? request.time() : request.startTime();
        if (request.time() != null && !request.time().equals(time)) {
            throw Refusals.invalid("Time is an old name of StartTime; they can't differ. Leave Time out.");
        }
        PutSchedule wanted = new PutSchedule(
                Refusals.required(request.scheduledActionName(), "scheduledActionName"),
                time,
                request.endTime(),
                request.recurrence(),
                request.timeZone());
        put(group, wanted, request.minSize(), request.maxSize(), request.desiredCapacity());
        return PutScheduledUpdateGroupActionResponse.builder().build();
    }

    private void put(
            String group, PutSchedule wanted, @Nullable Integer min, @Nullable Integer max, @Nullable Integer desired) {
        groups.change(
                group,
                found -> wanted.put(groups.schedules(), found, PutSchedule.size(min, max, desired), groups.location()));
    }

    /** Each by itself: what can't be put is told, and the others are put. */
    private BatchPutScheduledUpdateGroupActionResponse putAll(BatchPutScheduledUpdateGroupActionRequest request) {
        String group = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        requireAtMost(request.scheduledUpdateGroupActions());
        List<FailedScheduledUpdateGroupActionRequest> failed = new ArrayList<>();
        for (ScheduledUpdateGroupActionRequest each : request.scheduledUpdateGroupActions()) {
            String name = Refusals.required(each.scheduledActionName(), "scheduledActionName");
            try {
                put(
                        group,
                        new PutSchedule(name, each.startTime(), each.endTime(), each.recurrence(), each.timeZone()),
                        each.minSize(),
                        each.maxSize(),
                        each.desiredCapacity());
            } catch (AwsError e) {
                failed.add(failure(name, e));
            }
        }
        return BatchPutScheduledUpdateGroupActionResponse.builder()
                .failedScheduledUpdateGroupActions(failed)
                .build();
    }

    /** In the order of their next times. */
    private DescribeScheduledActionsResponse describe(DescribeScheduledActionsRequest request) {
        String group = request.autoScalingGroupName();
        if (group != null && groups.read(all -> all.find(group)).isEmpty()) {
            throw Refusals.noGroup(group);
        }
        List<ScheduledUpdateGroupAction> found = groups.read(all -> all.schedules().all().stream()
                .filter(each -> group == null || each.group().equals(group))
                .filter(each -> request.scheduledActionNames().isEmpty()
                        || request.scheduledActionNames().contains(each.name())
                        || request.scheduledActionNames().contains(each.arn()))
                .map(each -> view(each, all.now()))
                .filter(each -> isBetween(each.startTime(), request.startTime(), request.endTime()))
                .sorted(Comparator.comparing(
                        ScheduledUpdateGroupAction::startTime, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList());
        Page<ScheduledUpdateGroupAction> page = Page.of(found, request.nextToken(), request.maxRecords());
        return DescribeScheduledActionsResponse.builder()
                .scheduledUpdateGroupActions(page.items())
                .nextToken(page.token())
                .build();
    }

    private static boolean isBetween(@Nullable Instant start, @Nullable Instant from, @Nullable Instant to) {
        return start == null || (from == null || !start.isBefore(from)) && (to == null || !start.isAfter(to));
    }

    private static ScheduledUpdateGroupAction view(ScheduledActionRecord action, Instant now) {
        Instant next = action.next(now).orElse(null);
        return ScheduledUpdateGroupAction.builder()
                .autoScalingGroupName(action.group())
                .scheduledActionName(action.name())
                .scheduledActionARN(action.arn())
                .time(next)
                .startTime(next)
                .endTime(action.end())
                .recurrence(action.recurrence())
                .timeZone(action.zone())
                .minSize(action.size().min())
                .maxSize(action.size().max())
                .desiredCapacity(action.size().desired())
                .build();
    }

    private DeleteScheduledActionResponse delete(DeleteScheduledActionRequest request) {
        String group = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        delete(group, Refusals.required(request.scheduledActionName(), "scheduledActionName"));
        return DeleteScheduledActionResponse.builder().build();
    }

    private void delete(String group, String name) {
        groups.change(
                group,
                found -> groups.schedules()
                        .remove(groups.schedules()
                                .find(group, name)
                                .orElseThrow(() -> Refusals.invalid("Scheduled action name not found"))));
    }

    private BatchDeleteScheduledActionResponse deleteAll(BatchDeleteScheduledActionRequest request) {
        String group = Refusals.required(request.autoScalingGroupName(), "autoScalingGroupName");
        requireAtMost(request.scheduledActionNames());
        List<FailedScheduledUpdateGroupActionRequest> failed = new ArrayList<>();
        for (String name : request.scheduledActionNames()) {
            try {
                delete(group, name);
            } catch (AwsError e) {
                failed.add(failure(name, e));
            }
        }
        return BatchDeleteScheduledActionResponse.builder()
                .failedScheduledActions(failed)
                .build();
    }

    private static FailedScheduledUpdateGroupActionRequest failure(String name, AwsError error) {
        return FailedScheduledUpdateGroupActionRequest.builder()
                .scheduledActionName(name)
                .errorCode(error.code())
                .errorMessage(Objects.toString(error.getMessage(), ""))
                .build();
    }

    private static void requireAtMost(List<?> wanted) {
        if (wanted.isEmpty() || wanted.size() > MOST_AT_ONCE) {
            throw Refusals.invalid("Between 1 and " + MOST_AT_ONCE + " scheduled actions can be named at once, not "
                    + wanted.size() + ".");
        }
    }
}
