package io.beanpole.deploy.aws;

import software.amazon.awssdk.services.sts.StsClient;

/** The account that the credentials belong to. */
public final class Account {
    private Account() {}

    /** Its twelve digits, as STS tells them. */
    public static String id(AwsAccess access) {
        try (var sts = access.client(StsClient.builder())) {
            return AwsCall.to(
                    "find out the AWS account", () -> sts.getCallerIdentity().account());
        }
    }
}
