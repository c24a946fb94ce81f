package io.beanpole.cloud.sts;

import io.beanpole.cloud.wire.AwsService;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The operations of STS: there is one user, the developer whose machine this is. */
public final class StsApi {
    private final String account;

    public StsApi(String account) {
        this.account = account;
    }

    /** The service, for the wire. */
    public AwsService service() {
        return AwsService.named("STS")
                .version("2011-06-15")
                .on(GetCallerIdentityRequest.class, this::identity)
                .refusesTheRest(StsClient.class, "this cloud has one account with one access key, and no roles.");
    }

    private GetCallerIdentityResponse identity(GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder()
                .account(account)
                .arn("arn:aws:iam::" + account + ":user/developer")
                .userId("AIDALOCALDEVELOPER")
                .build();
    }
}
