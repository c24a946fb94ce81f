package io.beanpole.deploy.foundation;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import software.amazon.awssdk.services.sns.SnsClient;

/** The topics of SNS that an application announces its news on. */
public final class Topics implements AutoCloseable {
    private final SnsClient sns;

    public Topics(AwsAccess access) {
        sns = access.client(SnsClient.builder());
    }

    /** Makes the topic unless it exists; either way, its ARN. */
    public String ensure(String name) {
        return AwsCall.to(
                "create the topic " + name,
                () -> sns.createTopic(request -> request.name(name)).topicArn());
    }

    @Override
    public void close() {
        sns.close();
    }
}
