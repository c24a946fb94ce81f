package io.beanpole.cloud;

import io.beanpole.cloud.database.DatabaseAddress;
import io.beanpole.cloud.state.Secrets;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** How to reach a running local cloud: what its ready file says. */
public record CloudAddress(
        long pid,
        String endpoint,
        String region,
        String accountId,
        String accessKeyId,
        String secretAccessKey,
        String runtime,
        DatabaseAddress database) {
    /**
     * A region that the {@code aws} command, version 1, has no address of its own for: elsewhere it sends SQS calls to
     * AWS whatever {@code AWS_ENDPOINT_URL} says.
     */
    static final String REGION = "eu-central-2";

    static final String ACCOUNT = "000000000000";

    static CloudAddress of(URI endpoint, Secrets secrets, String runtime, DatabaseAddress database) {
        return new CloudAddress(
                ProcessHandle.current().pid(),
                endpoint.toString(),
                REGION,
                ACCOUNT,
                secrets.accessKeyId(),
                secrets.secretAccessKey(),
                runtime,
                database);
    }

    /** All of it that anyone may know. */
    Map<String, Object> withoutSecrets() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("pid", pid);
        shown.put("endpoint", endpoint);
        shown.put("region", region);
        shown.put("accountId", accountId);
        shown.put("runtime", runtime);
        shown.put(
                "database",
                Map.of(
                        "hostname", database.hostname(),
                        "port", database.port(),
                        "name", database.name(),
                        "username", database.username()));
        return shown;
    }

    @Override
    public String toString() {
        return "CloudAddress[" + endpoint + "]";
    }
}
