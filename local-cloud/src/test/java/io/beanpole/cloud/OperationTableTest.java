package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.s3.ObjectOperations;
import io.beanpole.cloud.sqs.QueueOperations;
import io.beanpole.cloud.wire.AwsService;
import io.beanpole.cloud.wire.OperationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The table of operations in the documentation is that of the code. */
class OperationTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final Map<String, Class<? extends SdkClient>> CLIENTS = Map.of(
            "ElasticBeanstalk", ElasticBeanstalkClient.class,
            "AutoScaling", AutoScalingClient.class,
            "CloudWatch", CloudWatchClient.class,
            "CloudWatchLogs", CloudWatchLogsAsyncClient.class,
            "EC2", Ec2Client.class,
            "ECR", EcrClient.class,
            "SNS", SnsClient.class,
            "STS", StsClient.class);

    @TempDir
    static Path directory;

    private static OperationTable table;

    @BeforeAll
    static void readTheServices() {
        LocalCloudOptions options =
                new LocalCloudOptions(directory.resolve("cloud"), 0, 0, 0, "host", false, Behaviour.AS_ON_AWS);
        table = new OperationTable()
                .add(SqsClient.class, QueueOperations.full(), QueueOperations.exceptions(), "")
                .add(
                        S3Client.class,
                        ObjectOperations.full(),
                        ObjectOperations.exceptions(),
                        "S3Proxy, which keeps the objects, has no such operation.");
        try (LocalCloud cloud = LocalCloud.start(options, line -> {})) {
            for (AwsService service : cloud.services()) {
                assertThat(CLIENTS).as("a client for each service").containsKey(service.name());
                table.add(service, CLIENTS.get(service.name()));
            }
        }
    }

    @Test
    void everyOperationOfTheModelIsAnsweredOrRefusedInWords() {
        assertThat(table.missing()).isEmpty();
    }

    @Test
    void theDocumentTellsWhatTheCodeDoes() throws IOException {
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(DOCUMENT, table.markdown());
        }

        assertThat(DOCUMENT).hasContent(table.markdown());
    }
}
