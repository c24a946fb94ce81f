package io.beanpole.deploy.aws;

import software.amazon.awssdk.services.sts.StsClient;

/** Whom the credentials belong to. */
public final class Account {
    private Account() {}

    /** The account's twelve digits, as STS tells them. */
    public static String id(AwsAccess access) {
        try (var sts = access.client(StsClient.builder())) {
            return AwsCall.to(
                    "find out the AWS account", () -> sts.getCallerIdentity().account());
        }
    }

    /** The ARN of the user or assumed role that acts, as STS tells it. */
    public static String caller(AwsAccess access) {
        try (var sts = access.client(StsClient.builder())) {
            return AwsCall.to(
                    "find out who is calling AWS", () -> sts.getCallerIdentity().arn());
        }
    }
}
