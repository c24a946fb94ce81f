package io.beanpole.cloud.beanstalk.log;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.Pace;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentInfoDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.RequestEnvironmentInfoRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.RequestEnvironmentInfoResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.RetrieveEnvironmentInfoRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.RetrieveEnvironmentInfoResponse;

/**
 * RequestEnvironmentInfo takes a sample of the logs of each instance, beside whatever else goes on; RetrieveEnvironmentInfo
 * gives a presigned link to each one, the latest last. Samples and links end after 15 minutes (reference 3.9 [D]).
 */
public final class LogRequestsApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogRequestsApi.class);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final LoggedEnvironments environments;
    private final LogSamples samples;
    private final LogLinks links;
    private final Supplier<String> requestIds;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "log-requests");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param requestIds the id of the request that is being answered on this thread
     * @param pace how fast the time between two sweeps goes by
     */
    public LogRequestsApi(
            LoggedEnvironments environments,
            LogSamples samples,
            LogBucket bucket,
            Supplier<String> requestIds,
            Pace pace) {
        this.environments = environments;
        this.samples = samples;
        this.links = new LogLinks(bucket);
        this.requestIds = requestIds;
        long sweep = pace.of(SWEEP).toMillis();
        work.scheduleWithFixedDelay(this::sweep, sweep, sweep, TimeUnit.MILLISECONDS);
    }

    /** Adds the two operations to the service. */
    public void register(AwsService service) {
        String missing = "InfoType analyze, for which AWS asks Amazon Bedrock";
        service.on(RequestEnvironmentInfoRequest.class, this::request)
                .lacks(RequestEnvironmentInfoRequest.class, missing)
                .on(RetrieveEnvironmentInfoRequest.class, this::retrieve)
                .lacks(RetrieveEnvironmentInfoRequest.class, missing);
    }

    private RequestEnvironmentInfoResponse request(RequestEnvironmentInfoRequest request) {
        LogKind kind = kind(request.infoTypeAsString());
        LoggedEnvironment environment = environments.of(request.environmentName(), request.environmentId());
        String requestId = requestIds.get();
        try {
            work.execute(() -> collect(kind, environment, requestId));
        } catch (RejectedExecutionException e) {
            throw new AwsError("ServiceUnavailable", 503, "The local cloud is being stopped.");
        }
        return RequestEnvironmentInfoResponse.builder().build();
    }

    private RetrieveEnvironmentInfoResponse retrieve(RetrieveEnvironmentInfoRequest request) {
        LogKind kind = kind(request.infoTypeAsString());
        LoggedEnvironment environment = environments.of(request.environmentName(), request.environmentId());
        return RetrieveEnvironmentInfoResponse.builder()
                .environmentInfo(samples.of(kind, environment.id()).stream()
                        .map(this::description)
                        .toList())
                .build();
    }

    private EnvironmentInfoDescription description(LogSample sample) {
        return EnvironmentInfoDescription.builder()
                .infoType(sample.kind().word())
                .ec2InstanceId(sample.instance())
                .sampleTimestamp(sample.at())
                .message(links.to(sample, samples.remaining(sample).orElse(Duration.ZERO)))
                .build();
    }

    private void collect(LogKind kind, LoggedEnvironment environment, String requestId) {
        environments.tell(environment, false, "requestEnvironmentInfo is starting.", requestId);
        boolean isWhole = true;
        for (LoggedInstance instance : environment.instances()) {
            String prefix = "[Instance: " + instance.id() + "] ";
            try {
                int count = samples.take(kind, environment.id(), instance);
                environments.tell(
                        environment,
                        false,
                        prefix + "Successfully finished " + kind.doing() + " " + count + " log(s)",
                        requestId);
            } catch (CloudException e) {
                isWhole = false;
                environments.tell(environment, true, prefix + e.getMessage(), requestId);
            }
        }
        if (isWhole) {
            environments.tell(environment, false, "Pulled logs for environment instances.", requestId);
        }
    }

    /** What can't be deleted now is looked at again the next time. */
    private void sweep() {
        try {
            samples.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Old samples of logs could not be removed: {}", e.toString());
        }
    }

    private static LogKind kind(@Nullable String infoType) {
        if (infoType == null) {
            throw new AwsError("MissingParameter", 400, "The request must contain the parameter InfoType.");
        }
        return switch (infoType) {
            case "tail" -> LogKind.TAIL;
            case "bundle" -> LogKind.BUNDLE;
            case "analyze" ->
                throw new AwsError(
                        "InvalidParameterValue",
                        400,
                        "InfoType analyze sends logs to Amazon Bedrock on AWS, which the local cloud doesn't have. Ask for"
                                + " tail or bundle.");
            default ->
                throw new AwsError(
                        "InvalidParameterValue",
                        400,
                        "Value '" + infoType + "' at 'infoType' failed to satisfy constraint: Member must satisfy enum"
                                + " value set: [tail, bundle, analyze]");
        };
    }

    @Override
    public void close() {
        work.shutdownNow();
        try {
            if (!work.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The collecting of logs did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        links.close();
    }
}
