package io.beanpole.deploy.lane.setup;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Patience;
import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.lane.QueuePairs;
import io.beanpole.deploy.lane.setup.LaneChange.Done;
import io.beanpole.deploy.scaling.EnvironmentParts;
import io.beanpole.deploy.scaling.EnvironmentResources;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Brings what a lane is made of to what deployment.yml says, by SQS's, Auto Scaling's and CloudWatch's own calls. */
public final class LaneSetup implements AutoCloseable {
    /** SQS says a second; it answers from many machines. */
    private static final Patience NEW_QUEUE = new Patience(Duration.ofSeconds(15), Duration.ofMillis(500));

    private final ElasticBeanstalkClient beanstalk;
    private final SqsClient sqs;
    private final AutoScalingClient autoScaling;
    private final CloudWatchClient cloudWatch;
    private final QueuePairs pairs;

    public LaneSetup(AwsAccess access) {
        beanstalk = access.client(ElasticBeanstalkClient.builder());
        sqs = access.client(SqsClient.builder());
        autoScaling = access.client(AutoScalingClient.builder());
        cloudWatch = access.client(CloudWatchClient.builder());
        pairs = new QueuePairs(access);
    }

    /**
     * Creates what is missing and changes what is different; a second time, nothing.
     *
     * @param dryRun only says what would be done
     * @param done hears of each resource as soon as it is as it should be, so that it is known when the next one fails
     */
    public void apply(LaneTarget target, boolean dryRun, Consumer<LaneChange> done) {
        var queues = new QueueSetup(new SqsQueues(sqs), NEW_QUEUE, dryRun);
        var parts = new EnvironmentResources(beanstalk).of(target.environmentName());
        var own = target.spec().queueName();
        if (own.isPresent()) {
            queues.make(target, own.get(), done);
            reminder(target, parts, own.get()).ifPresent(done);
        } else {
            var url = parts.queueUrl()
                    .orElseThrow(() -> new DeployException(
                            target.environmentName() + " has no queue yet.",
                            "Deploy it first: ./beanpole deploy " + target.environmentName() + "."));
            queues.adjust(target, url, pairs.deadLetterUrl(pairs.attributes(url)), done);
        }
        var queueName = own.or(parts::queueName).orElseThrow();
        var scaling = new ScalingSetup(autoScaling, cloudWatch, dryRun);
        parts.group().ifPresent(group -> scaling.apply(target, group, queueName, done));
    }

    /** A queue of one's own is of no use until the environment reads it. */
    private static Optional<LaneChange> reminder(LaneTarget target, EnvironmentParts parts, String queueName) {
        var isRead = parts.queueName().filter(queueName::equals).isPresent();
        return isRead
                ? Optional.empty()
                : Optional.of(new LaneChange(
                        target.lane(),
                        "environment " + target.environmentName(),
                        Done.KEPT,
                        "It doesn't read this queue yet: set WorkerQueueURL of aws:elasticbeanstalk:sqsd to the queue's URL"
                                + " and deploy."));
    }

    @Override
    public void close() {
        pairs.close();
        cloudWatch.close();
        autoScaling.close();
        sqs.close();
        beanstalk.close();
    }
}
