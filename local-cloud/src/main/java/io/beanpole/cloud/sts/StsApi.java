package io.beanpole.cloud.sts;

import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsError;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.cloud.wire.Caller;
import io.beanpole.cloud.wire.TemporaryKey;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * The operations of STS: there is one user, the developer whose machine this is, and that user may assume every role of
 * the account, whatever its name; what a role may do is not limited, since there is no IAM.
 */
public final class StsApi {
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final String account;
    private final AccessKey key;
    private final Pattern role;

    /** @param key of which temporary keys are made */
    public StsApi(String account, AccessKey key) {
        this.account = account;
        this.key = key;
        this.role = Pattern.compile("arn:aws:iam::" + account + ":role/(?:[!-~]*/)?([\\w+=,.@-]{1,64})");
    }

    /** The service, for the wire. */
    public AwsService service() {
        return AwsService.named("STS")
                .version("2011-06-15")
                .on(GetCallerIdentityRequest.class, this::identity)
                .on(AssumeRoleRequest.class, this::assume)
                .lacks(
                        AssumeRoleRequest.class,
                        "every name is a role; trust, external id and session policies are not looked at.")
                .refusesTheRest(StsClient.class, "this cloud has one account with one access key, and no IAM.");
    }

    private GetCallerIdentityResponse identity(GetCallerIdentityRequest request) {
        String assumed = Caller.role();
        return GetCallerIdentityResponse.builder()
                .account(account)
                .arn(caller())
                .userId(
                        assumed == null
                                ? "AIDALOCALDEVELOPER"
                                : "AROALOCALROLE:" + assumed.substring(assumed.lastIndexOf('/') + 1))
                .build();
    }

    private String caller() {
        String assumed = Caller.role();
        return assumed == null ? "arn:aws:iam::" + account + ":user/developer" : assumed;
    }

    private AssumeRoleResponse assume(AssumeRoleRequest request) {
        String wanted = String.valueOf(request.roleArn());
        String session = String.valueOf(request.roleSessionName());
        Matcher name = role.matcher(wanted);
        if (!SESSION.matcher(session).matches()) {
            throw invalid("Value '" + session + "' at 'roleSessionName' failed to satisfy constraint: Member must"
                    + " satisfy regular expression pattern: [\\w+=,.@-]*, with 2 to 64 characters");
        }
        if (!name.matches()) {
            throw new AwsError(
                    "AccessDenied",
                    403,
                    "User: " + caller() + " is not authorized to perform: sts:AssumeRole on resource: " + wanted);
        }
        String arn = "arn:aws:sts::" + account + ":assumed-role/" + name.group(1) + "/" + session;
        TemporaryKey made = key.forRole(arn, lifetime(request));
        return AssumeRoleResponse.builder()
                .credentials(given -> given.accessKeyId(made.id())
                        .secretAccessKey(made.secret())
                        .sessionToken(made.token())
                        .expiration(made.expiry()))
                .assumedRoleUser(user -> user.arn(arn).assumedRoleId("AROALOCALROLE:" + session))
                .build();
    }

    private static Duration lifetime(AssumeRoleRequest request) {
        Duration wanted = request.durationSeconds() == null ? USUAL : Duration.ofSeconds(request.durationSeconds());
        if (wanted.compareTo(SHORTEST) < 0 || wanted.compareTo(LONGEST) > 0) {
            throw invalid("Value '" + wanted.toSeconds() + "' at 'durationSeconds' failed to satisfy constraint: Member"
                    + " must have value between " + SHORTEST.toSeconds() + " and " + LONGEST.toSeconds());
        }
        if (Caller.role() != null && wanted.compareTo(USUAL) > 0) {
            throw invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                    + " chaining");
        }
        return wanted;
    }

    private static AwsError invalid(String why) {
        return new AwsError("ValidationError", 400, why);
    }
}
