package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.beanstalk.request.Refusals;
import io.beanpole.cloud.wire.AwsService;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.AbortEnvironmentUpdateRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.AbortEnvironmentUpdateResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.RebuildEnvironmentRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.RebuildEnvironmentResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.RestartAppServerRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.RestartAppServerResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.SwapEnvironmentCnamEsRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.SwapEnvironmentCnamEsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.TerminateEnvironmentRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.TerminateEnvironmentResponse;

/** The operations on whole environments that are there: swap, abort, rebuild, restart, terminate. */
final class OperationsApi {
    /** A terminated environment can be rebuilt for six weeks [D]. */
    private static final Duration REBUILT_WITHIN = Duration.ofDays(42);

    private final Platform platform;
    private final Ledger ledger;
    private final Environments environments;
    private final EnvironmentViews views;
    private final EnvironmentCreation creation;

    OperationsApi(
            Platform platform,
            Ledger ledger,
            Environments environments,
            EnvironmentViews views,
            EnvironmentCreation creation) {
        this.platform = platform;
        this.ledger = ledger;
        this.environments = environments;
        this.views = views;
        this.creation = creation;
    }

    void register(AwsService service) {
        service.on(SwapEnvironmentCnamEsRequest.class, this::swap)
                .on(AbortEnvironmentUpdateRequest.class, this::abort)
                .on(RebuildEnvironmentRequest.class, this::rebuild)
                .on(RestartAppServerRequest.class, this::restart)
                .on(TerminateEnvironmentRequest.class, this::terminate)
                .lacks(
                        TerminateEnvironmentRequest.class,
                        "TerminateResources=false is refused, because an environment's instances are processes of this"
                                + " cloud; ForceTerminate changes nothing, because links never hold an environment back");
    }

    private SwapEnvironmentCnamEsResponse swap(SwapEnvironmentCnamEsRequest request) {
        EnvironmentRecord source = swapped("Source", request.sourceEnvironmentName(), request.sourceEnvironmentId());
        EnvironmentRecord destination =
                swapped("Destination", request.destinationEnvironmentName(), request.destinationEnvironmentId());
        if (source.id().equals(destination.id())) {
            throw Refusals.invalid(
                    "The source and destination environments must be different; both are " + source.name() + ".");
        }
        environments.swap(source, destination, requestId());
        return SwapEnvironmentCnamEsResponse.builder().build();
    }

    private EnvironmentRecord swapped(String which, @Nullable String name, @Nullable String id) {
        if (name == null && id == null) {
            throw Refusals.combination(
                    "Either " + which + "EnvironmentName or " + which + "EnvironmentId must be specified.");
        }
        EnvironmentRecord environment = environments.record(name, id);
        if (environment.isWorker()) {
            throw Refusals.invalid(
                    "Environment " + environment.name() + " is a worker environment; it has no CNAME to swap.");
        }
        return environment;
    }

    private AbortEnvironmentUpdateResponse abort(AbortEnvironmentUpdateRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        if (!environments.byId(environment.id()).abort()) {
            throw Refusals.invalid("Environment named " + environment.name()
                    + " is in an invalid state for this operation. Must be pending deployment. It is "
                    + environment.status() + ", and nothing runs that can still be aborted.");
        }
        return AbortEnvironmentUpdateResponse.builder().build();
    }

    private RebuildEnvironmentResponse rebuild(RebuildEnvironmentRequest request) {
        Optional<EnvironmentRecord> terminated = terminated(request.environmentName(), request.environmentId());
        if (terminated.isPresent()) {
            creation.rebuild(terminated.get());
        } else {
            EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
            environments.byId(environment.id()).rebuild(requestId());
        }
        return RebuildEnvironmentResponse.builder().build();
    }

    /** Only by its id, because its name may have another environment by now. */
    private Optional<EnvironmentRecord> terminated(@Nullable String name, @Nullable String id) {
        Optional<EnvironmentRecord> found =
                id == null ? Optional.empty() : ledger.environment(id).filter(EnvironmentRecord::isTerminated);
        found.ifPresent(environment -> {
            if (name != null && !name.equals(environment.name())) {
                throw Refusals.invalid("No Environment found for EnvironmentName = '" + name + "'.");
            }
            if (environment
                    .updated()
                    .plus(REBUILT_WITHIN)
                    .isBefore(platform.clock().instant())) {
                throw Refusals.invalid("Environment " + environment.name()
                        + " was terminated more than six weeks ago and cannot be rebuilt; create it anew.");
            }
        });
        return found;
    }

    private RestartAppServerResponse restart(RestartAppServerRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        environments.byId(environment.id()).restart(requestId());
        return RestartAppServerResponse.builder().build();
    }

    private TerminateEnvironmentResponse terminate(TerminateEnvironmentRequest request) {
        EnvironmentRecord environment = environments.record(request.environmentName(), request.environmentId());
        if (environment.status().equals("Terminating")) {
            throw Refusals.inProgress("Environment " + environment.name() + " is already being terminated.");
        }
        if (Objects.equals(request.terminateResources(), false)) {
            throw Refusals.combination(
                    "TerminateResources=false would leave the instances, the balancer and the queue of "
                            + environment.name()
                            + " without an environment, and the local cloud has no other owner for them."
                            + " Leave the parameter out to terminate them with the environment.");
        }
        environments.terminate(environment, requestId());
        EnvironmentRecord after = ledger.environment(environment.id()).orElse(environment);
        return views.copied(after, TerminateEnvironmentResponse.builder()).build();
    }

    private String requestId() {
        return platform.requestIds().get();
    }
}
