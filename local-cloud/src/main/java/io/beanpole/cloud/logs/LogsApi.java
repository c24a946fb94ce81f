package io.beanpole.cloud.logs;

import io.beanpole.cloud.wire.AwsService;
import java.nio.file.Path;
import java.time.Clock;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;

/** The whole service: what the endpoint registers, and where services of this cloud write their logs. */
public final class LogsApi {
    private final LogGroups groups;
    private final String arn;

    /** Takes up what was kept in the directory. */
    public LogsApi(Path directory, String region, String account, Clock clock) {
        this.groups = new LogGroups(directory, clock);
        this.arn = "arn:aws:logs:" + region + ":" + account + ":log-group:";
    }

    /** For the wire layer. */
    public AwsService service() {
        AwsService service = AwsService.named("CloudWatchLogs").target("Logs_20140328");
        new GroupsApi(groups, arn).register(service);
        new StreamsApi(groups, arn).register(service);
        new EventsApi(groups).register(service);
        new PutEventsApi(groups).register(service);
        new LogTagsApi(groups).register(service);
        RefusedOperations.register(service);
        return service.refusesTheRest(
                CloudWatchLogsAsyncClient.class, "the local cloud keeps log events of instances, and only reads them.");
    }

    /** For services whose instances write logs. */
    public LogSink sink() {
        return groups;
    }
}
