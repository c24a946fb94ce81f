package io.beanpole.cloud.sts;

import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Who the caller is: the one account's root, or a role whose credentials are the local key's. */
public final class StsApi {
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::(\\d{12}):role/(?:.*/)?([^/]+)");
    private static final int DEFAULT_SECONDS = 3600;

    private final String account;
    private final AccessKey key;

    public StsApi(String account, AccessKey key) {
        this.account = account;
        this.key = key;
    }

    public AwsService service() {
        return AwsService.named("STS")
                .version("2011-06-15")
                .namespace("https://sts.amazonaws.com/doc/2011-06-15/")
                .on(GetCallerIdentityRequest.class, this::callerIdentity)
                .on(AssumeRoleRequest.class, this::assumeRole);
    }

    private GetCallerIdentityResponse callerIdentity(GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder()
                .account(account)
                .userId(account)
                .arn("arn:aws:iam::" + account + ":root")
                .build();
    }

    private AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        Matcher role = ROLE.matcher(String.valueOf(request.roleArn()));
        if (!role.matches()) {
            throw new AwsError("ValidationError", 400, "RoleArn '" + request.roleArn() + "' is no ARN of a role.");
        }
        if (request.roleSessionName() == null) {
            throw new AwsError("ValidationError", 400, "RoleSessionName is missing.");
        }
        int seconds = request.durationSeconds() == null ? DEFAULT_SECONDS : request.durationSeconds();
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofSeconds(seconds));
        String arn = "arn:aws:sts::" + role.group(1) + ":assumed-role/" + role.group(2) + "/"
                + request.roleSessionName();
        return AssumeRoleResponse.builder()
                .assumedRoleUser(user -> user.arn(arn).assumedRoleId(key.id() + ":" + request.roleSessionName()))
                .credentials(credentials -> credentials
                        .accessKeyId(key.id())
                        .secretAccessKey(key.secret())
                        .sessionToken("local")
                        .expiration(end))
                .build();
    }
}
