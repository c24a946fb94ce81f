package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.beanstalk.catalog.ManagedActions.Planned;
import io.beanpole.cloud.beanstalk.request.Page;
import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplyEnvironmentManagedActionRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplyEnvironmentManagedActionResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentManagedActionHistoryRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentManagedActionHistoryResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentManagedActionsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentManagedActionsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.ManagedAction;
import software.amazon.awssdk.services.elasticbeanstalk.model.ManagedActionHistoryItem;
import software.amazon.awssdk.services.elasticbeanstalk.model.ManagedActionInvalidStateException;

/** The operations on managed actions. */
final class ManagedActionsApi {
    private static final int LARGEST_PAGE = 100;

    private final CatalogParts parts;
    private final ManagedActions actions;
    private final ManagedActionRun run;

    ManagedActionsApi(CatalogParts parts, ManagedActions actions, ManagedActionRun run) {
        this.parts = parts;
        this.actions = actions;
        this.run = run;
    }

    void register(AwsService service) {
        service.on(DescribeEnvironmentManagedActionsRequest.class, this::describe)
                .on(DescribeEnvironmentManagedActionHistoryRequest.class, this::history)
                .on(ApplyEnvironmentManagedActionRequest.class, this::apply);
    }

    private DescribeEnvironmentManagedActionsResponse describe(DescribeEnvironmentManagedActionsRequest request) {
        CatalogEnvironment environment =
                parts.environments().existing(request.environmentName(), request.environmentId());
        List<ManagedAction> found = actions
                .planned(environment, parts.surroundings().clock().instant())
                .stream()
                .map(each -> shape(each, environment))
                .filter(each ->
                        request.status() == null || request.statusAsString().equals(each.statusAsString()))
                .toList();
        return DescribeEnvironmentManagedActionsResponse.builder()
                .managedActions(found)
                .build();
    }

    private ManagedAction shape(Planned planned, CatalogEnvironment environment) {
        boolean isRunning = !environment.isReady()
                && parts.catalog().managedActions(environment.id()).stream()
                        .anyMatch(each -> each.id().equals(planned.id()));
        return ManagedAction.builder()
                .actionId(planned.id())
                .actionDescription(planned.description())
                .actionType(planned.type())
                .status(isRunning ? "Running" : "Scheduled")
                .windowStartTime(planned.window())
                .build();
    }

    private synchronized ApplyEnvironmentManagedActionResponse apply(ApplyEnvironmentManagedActionRequest request) {
        String id = Refusals.required(request.actionId(), "ActionId");
        CatalogEnvironment environment =
                parts.environments().existing(request.environmentName(), request.environmentId());
        Instant now = parts.surroundings().clock().instant();
        Planned planned = actions.planned(environment, now)
                .filter(each -> each.id().equals(id))
                .orElseThrow(() -> Refusals.invalid("No managed action with the id '" + id + "' found."));
        if (!environment.isReady()) {
            throw AwsError.of(
                    ManagedActionInvalidStateException.class,
                    "Cannot modify the managed action in the current state: environment " + environment.name() + " is "
                            + environment.status() + ".");
        }
        run.begin(environment, planned, parts.surroundings().requestId());
        return ApplyEnvironmentManagedActionResponse.builder()
                .actionId(id)
                .actionDescription(planned.description())
                .actionType(planned.type())
                .status("Running")
                .build();
    }

    /** What still runs isn't history yet. */
    private DescribeEnvironmentManagedActionHistoryResponse history(
            DescribeEnvironmentManagedActionHistoryRequest request) {
        CatalogEnvironment environment =
                parts.environments().existing(request.environmentName(), request.environmentId());
        Integer most = request.maxItems();
        if (most != null && (most < 1 || most > LARGEST_PAGE)) {
            throw Refusals.invalid("Value " + most + " at 'MaxItems' must be a number from 1 to " + LARGEST_PAGE + ".");
        }
        List<ManagedActionRecord> known = parts.catalog().managedActions(environment.id());
        Page<ManagedActionRecord> page = Page.of(
                environment.isReady() || known.isEmpty() ? known : known.subList(1, known.size()),
                request.nextToken(),
                most == null ? LARGEST_PAGE : most);
        return DescribeEnvironmentManagedActionHistoryResponse.builder()
                .managedActionHistoryItems(page.map(this::item))
                .nextToken(page.nextToken())
                .build();
    }

    private ManagedActionHistoryItem item(ManagedActionRecord action) {
        ActionOutcome outcome = parts.environments().outcome(action.requestId());
        boolean hasFailed = outcome.hasFailed();
        return ManagedActionHistoryItem.builder()
                .actionId(action.id())
                .actionType(action.type())
                .actionDescription(action.description())
                .executedTime(action.executed())
                .status(hasFailed ? "Failed" : "Completed")
                .failureType(hasFailed ? "InternalFailure" : null)
                .failureDescription(hasFailed ? "See the events of the request " + action.requestId() + "." : null)
                .finishedTime(outcome.finished().orElse(null))
                .build();
    }
}
