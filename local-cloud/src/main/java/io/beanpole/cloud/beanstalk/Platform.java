package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.Behaviour;
import io.beanpole.cloud.Pace;
import io.beanpole.cloud.autoscaling.Groups;
import io.beanpole.cloud.beanstalk.catalog.Surroundings;
import io.beanpole.cloud.beanstalk.log.LogBucket;
import io.beanpole.cloud.instance.ContainerRuntime;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.sqsd.periodic.LeaderTables;
import io.beanpole.cloud.stack.Stacks;
import io.beanpole.cloud.timeline.Timelines;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What Elastic Beanstalk stands on here.
 *
 * @param endpoint what instances call AWS at
 * @param webPort where the first web environment listens; 0 takes any free port
 * @param groups where each environment has its Auto Scaling group
 * @param timelines where daemons write down what they do with messages
 * @param leaders in which the daemons of each environment agree on who enqueues periodic tasks
 * @param requestIds the id of the request that is being answered on this thread
 * @param behaviour where a laptop may want another way than AWS's
 */
public record Platform(
        Path directory,
        URI endpoint,
        String region,
        String accountId,
        String accessKeyId,
        String secretAccessKey,
        int webPort,
        ContainerRuntime runtime,
        SqsClient sqs,
        S3Client s3,
        Groups groups,
        Stacks stacks,
        Timelines timelines,
        LeaderTables leaders,
        Supplier<String> requestIds,
        Behaviour behaviour,
        Clock clock)
        implements Surroundings {

    @Override
    public String requestId() {
        return requestIds.get();
    }

    /** How fast the times go by that AWS only waits for. */
    Pace pace() {
        return behaviour.pace();
    }

    /** How daemons treat messages, where that is no option of an environment. */
    SqsdBehaviour daemons() {
        return behaviour.daemons();
    }

    @Override
    public String bucket() {
        return "elasticbeanstalk-" + region + "-" + accountId;
    }

    /** Where samples of logs are kept, and the links that lead to them. */
    LogBucket logBucket() {
        return new LogBucket(
                bucket(),
                s3,
                endpoint,
                region,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)),
                clock);
    }

    @Override
    public String arn(String resource) {
        return "arn:aws:elasticbeanstalk:" + region + ":" + accountId + ":" + resource;
    }

    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "Platform[" + endpoint + "]";
    }
}
