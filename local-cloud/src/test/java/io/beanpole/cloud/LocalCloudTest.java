package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.Signed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** The whole local cloud on free ports, driven by the AWS SDK alone. */
class LocalCloudTest {
    @TempDir
    static Path directory;

    private static final Behaviour BEHAVIOUR = Behaviour.AS_ON_AWS
            .withMetricInterval(Duration.ofSeconds(1))
            .withPace(new Pace(60))
            .withQueueMetricSleep(false);

    private static LocalCloud cloud;

    @BeforeAll
    static void start() {
        cloud = start(directory.resolve("main"));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    private static LocalCloud start(Path data) {
        return LocalCloud.start(new LocalCloudOptions(data, 0, 0, 0, "host", false, BEHAVIOUR), line -> {});
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(LocalCloud cloud, B builder, String key) {
        return builder.endpointOverride(URI.create(cloud.address().endpoint()))
                .region(Region.of(cloud.address().region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, cloud.address().secretAccessKey())))
                .build();
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return client(cloud, builder, cloud.address().accessKeyId());
    }

    @Test
    void everyServiceAnswersAtTheOneEndpoint() {
        try (StsClient sts = client(StsClient.builder());
                EcrClient ecr = client(EcrClient.builder());
                S3Client s3 = client(S3Client.builder().forcePathStyle(true))) {
            assertThat(sts.getCallerIdentity().account())
                    .isEqualTo(cloud.address().accountId());
            assertThatThrownBy(() -> ecr.describeImages(r -> r.repositoryName("absent")))
                    .isInstanceOf(RepositoryNotFoundException.class);
            s3.createBucket(b -> b.bucket("clips"));
            byte[] content = new byte[3 * 1024 * 1024 + 17];
            s3.putObject(o -> o.bucket("clips").key("a b/ü+1%"), RequestBody.fromBytes(content));
            assertThat(s3.getObjectAsBytes(o -> o.bucket("clips").key("a b/ü+1%"))
                            .asByteArray())
                    .isEqualTo(content);
            assertThat(s3.headObject(o -> o.bucket("clips").key("a b/ü+1%")).contentLength())
                    .isEqualTo(content.length);
        }
    }

    @Test
    void aWebhookIsAskedToConfirmAndThenGetsWhatIsPublished() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("x-amz-sns-message-type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        webhook.start();
        try (SnsClient sns = client(SnsClient.builder())) {
            String url = "http://127.0.0.1:" + webhook.getAddress().getPort() + "/hook";
            String topic = sns.createTopic(t -> t.name("webhooks")).topicArn();
            sns.subscribe(s -> s.topicArn(topic).protocol("http").endpoint(url));
            sns.publish(p -> p.topicArn(topic).message("before"));
            await().atMost(Duration.ofSeconds(10)).until(() -> !heard.isEmpty());
            assertThat(heard).singleElement().asString().startsWith("SubscriptionConfirmation ");

            String asked = heard.remove();
            String confirm = JsonMapper.shared()
                    .readTree(asked.substring(asked.indexOf('{')))
                    .get("SubscribeURL")
                    .asString();
            assertThat(send(HttpRequest.newBuilder(URI.create(confirm))).statusCode())
                    .isEqualTo(200);
            sns.publish(p -> p.topicArn(topic).subject("news").message("after"));

            await().atMost(Duration.ofSeconds(10)).until(() -> !heard.isEmpty());
            assertThat(heard.remove())
                    .startsWith("Notification ")
                    .contains("\"Message\":\"after\"", "\"Subject\":\"news\"");
        } finally {
            webhook.stop(0);
        }
    }

    @Test
    void aClientThatSpeaksCborIsAnsweredInCbor() throws IOException, InterruptedException {
        try (EcrClient ecr = client(EcrClient.builder())) {
            ecr.createRepository(r -> r.repositoryName("team/cbor"));
        }
        CBORMapper cbor = CBORMapper.builder().build();
        HttpRequest request = Signed.post(
                new AccessKey(cloud.address().accessKeyId(), cloud.address().secretAccessKey()),
                "ecr",
                URI.create(cloud.address().endpoint()
                        + "/service/AmazonEC2ContainerRegistry_V20150921/operation/DescribeRepositories"),
                Map.of("smithy-protocol", "rpc-v2-cbor", "Content-Type", "application/cbor"),
                cbor.writeValueAsBytes(Map.of("repositoryNames", List.of("team/cbor"))));

        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("smithy-protocol")).contains("rpc-v2-cbor");
        assertThat(cbor.readTree(response.body())
                        .get("repositories")
                        .get(0)
                        .get("repositoryName")
                        .asString())
                .isEqualTo("team/cbor");
    }

    @Test
    void aDeepQueueSetsOffItsAlarmAndTheTopicTellsAnotherQueue() {
        try (SqsClient sqs = client(SqsClient.builder());
                SnsClient sns = client(SnsClient.builder());
                CloudWatchClient cloudWatch = client(CloudWatchClient.builder())) {
            String deep = sqs.createQueue(q -> q.queueName("deep")).queueUrl();
            String told = sqs.createQueue(q -> q.queueName("told")).queueUrl();
            String topic = sns.createTopic(t -> t.name("depths")).topicArn();
            sns.subscribe(s -> s.topicArn(topic)
                    .protocol("sqs")
                    .endpoint("arn:aws:sqs:" + cloud.address().region() + ":000000000000:told"));
            cloudWatch.putMetricAlarm(alarm -> alarm.alarmName("deep")
                    .namespace("AWS/SQS")
                    .metricName("ApproximateNumberOfMessagesVisible")
                    .dimensions(d -> d.name("QueueName").value("deep"))
                    .statistic(Statistic.MAXIMUM)
                    .period(10)
                    .evaluationPeriods(1)
                    .threshold(3.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                    .alarmActions(topic));

            for (int i = 0; i < 3; i++) {
                sqs.sendMessage(m -> m.queueUrl(deep).messageBody("work"));
            }

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(cloudWatch
                                    .describeAlarms(d -> d.alarmNames("deep"))
                                    .metricAlarms())
                            .singleElement()
                            .satisfies(alarm -> assertThat(alarm.stateValue()).isEqualTo(StateValue.ALARM)));
            assertThat(sqs.receiveMessage(r -> r.queueUrl(told).waitTimeSeconds(10))
                            .messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).contains("NewStateValue", "ALARM"));
            await().atMost(Duration.ofSeconds(5)).until(() -> sent(cloudWatch, "deep") == 3);
        }
    }

    private static double sent(CloudWatchClient cloudWatch, String queue) {
        return cloudWatch
                .getMetricStatistics(get -> get.namespace("AWS/SQS")
                        .metricName("NumberOfMessagesSent")
                        .dimensions(d -> d.name("QueueName").value(queue))
                        .period(60)
                        .startTime(Instant.now().minusSeconds(120))
                        .endTime(Instant.now())
                        .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .mapToDouble(Datapoint::sum)
                .sum();
    }

    @Test
    void aNotificationReachesTheQueueThatWantsIt() {
        try (SqsClient sqs = client(SqsClient.builder());
                SnsClient sns = client(SnsClient.builder())) {
            String queue = sqs.createQueue(q -> q.queueName("heard")).queueUrl();
            assertThat(queue).isEqualTo(cloud.address().endpoint() + "/000000000000/heard");
            String arn = sqs.getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            String topic = sns.createTopic(t -> t.name("done")).topicArn();
            sns.subscribe(s -> s.topicArn(topic)
                    .protocol("sqs")
                    .endpoint(arn)
                    .attributes(Map.of(
                            "RawMessageDelivery",
                            "true",
                            "FilterPolicyScope",
                            "MessageBody",
                            "FilterPolicy",
                            "{\"state\":[\"SUCCEEDED\"]}")));

            sns.publish(p -> p.topicArn(topic).message("{\"state\":\"FAILED\"}"));
            sns.publish(p -> p.topicArn(topic).message("{\"state\":\"SUCCEEDED\"}"));

            List<Message> received = sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(10))
                    .messages();
            assertThat(received).extracting(Message::body).containsExactly("{\"state\":\"SUCCEEDED\"}");
        }
    }

    @Test
    void theCredentialsOfARoleOpenTheServicesHereAndThoseBehind() {
        StaticCredentialsProvider role = StaticCredentialsProvider.create(AwsSessionCredentials.create(
                cloud.address().accessKeyId(), cloud.address().secretAccessKey(), "IQoJb3JpZ2luX2Vj+token/of=="));
        try (StsClient sts = rolesClient(StsClient.builder(), role);
                SqsClient sqs = rolesClient(SqsClient.builder(), role);
                S3Client s3 = rolesClient(S3Client.builder().forcePathStyle(true), role)) {
            assertThat(sts.getCallerIdentity().account())
                    .isEqualTo(cloud.address().accountId());
            String queue = sqs.createQueue(q -> q.queueName("of-a-role")).queueUrl();
            assertThat(sqs.sendMessage(m -> m.queueUrl(queue).messageBody("x")).messageId())
                    .isNotEmpty();
            s3.createBucket(b -> b.bucket("of-a-role"));
            assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).contains("of-a-role");
        }
    }

    @Test
    void anAssumedRoleOpensAllServicesAndIsTheOneThatCalls() {
        String arn = "arn:aws:iam::000000000000:role/people/release-manager";
        Credentials given;
        try (StsClient sts = client(StsClient.builder())) {
            given = sts.assumeRole(r -> r.roleArn(arn).roleSessionName("ann").externalId("beanpole"))
                    .credentials();
            assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(arn.replace("000000000000", "111111111111"))
                            .roleSessionName("ann")))
                    .hasMessageContaining("arn:aws:iam::000000000000:user/developer is not authorized to perform:"
                            + " sts:AssumeRole on resource: arn:aws:iam::111111111111");
        }
        assertThat(given.expiration())
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
        StaticCredentialsProvider role = StaticCredentialsProvider.create(
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()));
        try (StsClient sts = rolesClient(StsClient.builder(), role);
                SqsClient sqs = rolesClient(SqsClient.builder(), role);
                EcrClient ecr = rolesClient(EcrClient.builder(), role);
                S3Client s3 = rolesClient(S3Client.builder().forcePathStyle(true), role)) {
            assertThat(sts.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::000000000000:assumed-role/release-manager/ann");
            assertThat(sqs.createQueue(q -> q.queueName("of-an-assumed-role")).queueUrl())
                    .isNotEmpty();
            assertThat(ecr.describeRepositories().repositories()).isNotNull();
            s3.createBucket(b -> b.bucket("of-an-assumed-role"));
            assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).contains("of-an-assumed-role");
        }
        StaticCredentialsProvider forged = StaticCredentialsProvider.create(
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), "forged"));
        try (SqsClient sqs = rolesClient(SqsClient.builder(), forged)) {
            assertThatThrownBy(sqs::listQueues).hasMessageContaining("security token");
        }
    }

    private static <B extends AwsClientBuilder<B, C>, C> C rolesClient(B builder, StaticCredentialsProvider role) {
        return builder.endpointOverride(URI.create(cloud.address().endpoint()))
                .region(Region.of(cloud.address().region()))
                .credentialsProvider(role)
                .build();
    }

    @Test
    void aTopicsTagsChangeAndAPolicyThatCannotBeFollowedIsRefused() {
        try (SnsClient sns = client(SnsClient.builder())) {
            String topic = sns.createTopic(
                            t -> t.name("tagged").tags(tag -> tag.key("team").value("a")))
                    .topicArn();
            sns.tagResource(
                    t -> t.resourceArn(topic).tags(tag -> tag.key("kind").value("b")));
            sns.untagResource(t -> t.resourceArn(topic).tagKeys("team"));
            String arn = sns.subscribe(s ->
                            s.topicArn(topic).protocol("sqs").endpoint("arn:aws:sqs:eu-central-2:000000000000:nobody"))
                    .subscriptionArn();

            assertThat(sns.listTagsForResource(t -> t.resourceArn(topic)).tags())
                    .extracting(Tag::key)
                    .containsExactly("kind");
            assertThatThrownBy(() -> sns.setSubscriptionAttributes(s ->
                            s.subscriptionArn(arn).attributeName("FilterPolicy").attributeValue("{\"a\":[{}]}")))
                    .isInstanceOf(InvalidParameterException.class);
            assertThatThrownBy(() -> sns.createTopic(t -> t.name("orders.fifo")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("FIFO topics are not served");
        }
    }

    @Test
    void aQueueIsPurgedOnceInAMinute() {
        try (SqsClient sqs = client(SqsClient.builder())) {
            String queue = sqs.createQueue(q -> q.queueName("purged")).queueUrl();
            sqs.purgeQueue(p -> p.queueUrl(queue));

            assertThatThrownBy(() -> sqs.purgeQueue(p -> p.queueUrl(queue)))
                    .isInstanceOf(PurgeQueueInProgressException.class);
        }
    }

    @Test
    void aRequestWithAnotherKeyIsRefusedByEveryService() {
        try (StsClient sts = client(cloud, StsClient.builder(), "AKIAOTHER");
                SqsClient sqs = client(cloud, SqsClient.builder(), "AKIAOTHER");
                S3Client s3 = client(cloud, S3Client.builder().forcePathStyle(true), "AKIAOTHER")) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOfSatisfying(
                            AwsServiceException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
            assertThatThrownBy(sqs::listQueues)
                    .isInstanceOfSatisfying(
                            AwsServiceException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
            assertThatThrownBy(s3::listBuckets).isInstanceOf(AwsServiceException.class);
        }
    }

    @Test
    void whatIsNotAnsweredIsRefusedByNameAndWithTheReason() {
        try (EcrClient ecr = client(EcrClient.builder());
                SnsClient sns = client(SnsClient.builder())) {
            assertThatThrownBy(() -> ecr.startImageScan(s -> s.repositoryName("some")))
                    .hasMessageContaining("StartImageScan is refused: ");
            assertThatThrownBy(() -> sns.listPlatformApplications())
                    .hasMessageContaining("ListPlatformApplications is refused: ");
        }
    }

    @Test
    void theStatusTellsWhatWasAskedAndNoSecret() throws Exception {
        try (SqsClient sqs = client(SqsClient.builder())) {
            sqs.listQueues();
        }

        String status = get("/_beanpole/status").body();

        assertThat(status)
                .contains("\"AmazonSQS.ListQueues\":")
                .doesNotContain(cloud.address().secretAccessKey())
                .doesNotContain(cloud.address().database().password());
    }

    @Test
    void theRegistryThatEcrNamesTakesItsTokenAndNothingElse() throws Exception {
        AuthorizationData login;
        try (EcrClient ecr = client(EcrClient.builder())) {
            login = ecr.getAuthorizationToken().authorizationData().get(0);
        }
        URI registry = URI.create(login.proxyEndpoint() + "/v2/");

        HttpResponse<String> stranger = send(HttpRequest.newBuilder(registry));
        HttpResponse<String> known =
                send(HttpRequest.newBuilder(registry).header("Authorization", "Basic " + login.authorizationToken()));

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic "));
        assertThat(known.statusCode()).isEqualTo(200);
    }

    @Test
    void stateIsThereAgainAfterARestart() throws Exception {
        Path data = directory.resolve("restarted");
        String key;
        try (LocalCloud first = start(data)) {
            key = first.address().accessKeyId();
            try (SqsClient sqs = client(first, SqsClient.builder(), key);
                    SnsClient sns = client(first, SnsClient.builder(), key)) {
                String queue = sqs.createQueue(q -> q.queueName("kept")).queueUrl();
                sqs.sendMessage(m -> m.queueUrl(queue).messageBody("still here"));
                sns.createTopic(t -> t.name("kept"));
            }
            Path ready = data.resolve("local-cloud.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ready)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> start(data)).hasMessageContaining("Another local cloud already uses");
        }
        assertThat(data.resolve("local-cloud.json")).doesNotExist();

        try (LocalCloud second = start(data);
                SqsClient sqs = client(second, SqsClient.builder(), key);
                SnsClient sns = client(second, SnsClient.builder(), key)) {
            String queue = sqs.getQueueUrl(q -> q.queueName("kept")).queueUrl();
            assertThat(queue).startsWith(second.address().endpoint());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(
                                    sqs.receiveMessage(r -> r.queueUrl(queue)).messages())
                            .extracting(Message::body)
                            .containsExactly("still here"));
            assertThat(sns.listTopics().topics()).hasSize(1);
        }
    }

    @Test
    void aPortInUseIsNamedWithTheOptionThatChangesIt() {
        int taken = URI.create(cloud.address().endpoint()).getPort();

        assertThatThrownBy(() -> LocalCloud.start(
                        new LocalCloudOptions(directory.resolve("other"), taken, 0, 0, "host", false, BEHAVIOUR),
                        line -> {}))
                .hasMessageContaining("Port " + taken)
                .hasMessageContaining("--port");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(cloud.address().endpoint() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
