package io.beanpole.cloud;

import io.beanpole.cloud.autoscaling.Groups;
import io.beanpole.cloud.beanstalk.ElasticBeanstalk;
import io.beanpole.cloud.beanstalk.Platform;
import io.beanpole.cloud.handler.Handlers;
import io.beanpole.cloud.instance.ContainerRuntime;
import io.beanpole.cloud.instance.EcrLogin;
import io.beanpole.cloud.sqs.QueueTraffic;
import io.beanpole.cloud.sqsd.periodic.LeaderTables;
import io.beanpole.cloud.stack.ResourceClients;
import io.beanpole.cloud.stack.Stacks;
import io.beanpole.cloud.state.DataDirectory;
import io.beanpole.cloud.state.Secrets;
import io.beanpole.cloud.timeline.Timelines;
import io.beanpole.cloud.wire.RequestIds;
import java.net.URI;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients with which Elastic Beanstalk reaches the other services, and itself. */
final class BeanstalkParts {
    /** Every daemon holds one connection in its long poll and needs more to delete. */
    private static final int MOST_CONNECTIONS = 500;

    private final URI endpoint;
    private final Timelines timelines;
    private final Secrets secrets;
    private final SqsClient sqs;
    private final S3Client s3;
    private final EcrClient ecr;
    private final CloudWatchClient cloudWatch;
    private final AutoScalingClient autoScaling;
    private final SnsClient sns;

    /** Where everyone calls, and what stands behind it. */
    record Addresses(URI endpoint, URI queues, URI objects) {}

    /** SQS and S3 are reached behind the endpoint, so that its count of requests is that of the applications. */
    BeanstalkParts(Addresses addresses, QueueTraffic traffic, Secrets secrets, Timelines timelines, Started started) {
        this.endpoint = addresses.endpoint();
        this.timelines = timelines;
        this.secrets = secrets;
        this.sqs = started.add(client(
                SqsClient.builder()
                        .httpClientBuilder(ApacheHttpClient.builder().maxConnections(MOST_CONNECTIONS))
                        .overrideConfiguration(settings -> settings.addExecutionInterceptor(traffic)),
                addresses.queues()));
        this.s3 = started.add(client(S3Client.builder().forcePathStyle(true), addresses.objects()));
        this.ecr = started.add(client(EcrClient.builder(), endpoint));
        this.cloudWatch = started.add(client(CloudWatchClient.builder(), endpoint));
        this.autoScaling = started.add(client(AutoScalingClient.builder(), endpoint));
        this.sns = started.add(client(SnsClient.builder(), endpoint));
    }

    CloudWatchClient cloudWatch() {
        return cloudWatch;
    }

    EcrLogin login() {
        return new EcrLogin(ecr);
    }

    ElasticBeanstalk beanstalk(DataDirectory data, LocalCloudOptions options, ContainerRuntime runtime, Groups groups) {
        return new ElasticBeanstalk(new Platform(
                data.root(),
                endpoint,
                CloudAddress.REGION,
                CloudAddress.ACCOUNT,
                secrets.accessKeyId(),
                secrets.secretAccessKey(),
                options.webPort(),
                runtime,
                sqs,
                s3,
                groups,
                stacks(data),
                timelines,
                new LeaderTables(data.resolve("cron")),
                RequestIds::current,
                options.behaviour(),
                Clock.systemUTC()));
    }

    /** Daemons for applications that run elsewhere. */
    Handlers handlers(DataDirectory data, Behaviour behaviour) {
        return new Handlers(data.resolve("handlers"), sqs, timelines, behaviour.daemons(), Clock.systemUTC());
    }

    private Stacks stacks(DataDirectory data) {
        return new Stacks(
                data.root(),
                CloudAddress.REGION,
                CloudAddress.ACCOUNT,
                new ResourceClients(sqs, sns, cloudWatch, autoScaling)
                        .handlers(CloudAddress.REGION, CloudAddress.ACCOUNT));
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI address) {
        return builder.endpointOverride(address)
                .region(Region.of(CloudAddress.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(secrets.accessKeyId(), secrets.secretAccessKey())))
                .build();
    }
}
