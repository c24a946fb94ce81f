package io.beanpole.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.RandomModels;
import io.beanpole.cloud.wire.Signed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Whatever is sent, the answer is AWS's kind of answer, and the cloud goes on. */
class FuzzTest {
    private static final long SEED = 20261121;
    private static final int ROUNDS = 8;
    private static final int RAW_ROUNDS = 150;

    /** Some exist, some look as if they might, some are what people mistype. */
    private static final List<String> WORDS = List.of(
            "fuzz-application",
            "fuzz-environment",
            "fuzz-queue",
            "fuzz-group",
            "v1",
            "e-abcdefghij",
            "i-0123456789abcdef0",
            "",
            " ",
            "0",
            "-1",
            "1e309",
            "true",
            "default",
            "Average",
            "AWS/SQS",
            "../../etc/passwd",
            "arn:aws:sns:eu-central-2:000000000000:fuzz-topic",
            "arn:aws:elasticbeanstalk:eu-central-2:000000000000:environment/fuzz-application/fuzz-environment",
            "http://127.0.0.1:4566/000000000000/fuzz-queue",
            "aws:elasticbeanstalk:sqsd",
            "m1+m2/0",
            "x".repeat(5000));

    @TempDir
    static Path directory;

    private static LocalCloud cloud;

    @BeforeAll
    static void start() {
        Behaviour behaviour =
                Behaviour.AS_ON_AWS.withMetricInterval(Duration.ofSeconds(1)).withPace(new Pace(1000));
        cloud = LocalCloud.start(
                new LocalCloudOptions(directory.resolve("cloud"), 0, 0, 0, "host", false, behaviour), line -> {});
        try (ElasticBeanstalkClient beanstalk = client(ElasticBeanstalkClient.class);
                SqsClient sqs = client(SqsClient.class);
                SnsClient sns = client(SnsClient.class)) {
            beanstalk.createApplication(request -> request.applicationName("fuzz-application"));
            sqs.createQueue(request -> request.queueName("fuzz-queue"));
            sns.createTopic(request -> request.name("fuzz-topic"));
        }
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    private static AccessKey key() {
        return new AccessKey(cloud.address().accessKeyId(), cloud.address().secretAccessKey());
    }

    private static <C extends SdkClient> C client(Class<C> type) {
        try {
            AwsClientBuilder<?, ?> builder =
                    (AwsClientBuilder<?, ?>) type.getMethod("builder").invoke(null);
            builder.endpointOverride(URI.create(cloud.address().endpoint()));
            builder.region(Region.of(cloud.address().region()));
            builder.overrideConfiguration(settings ->
                    settings.retryStrategy(retry -> retry.maxAttempts(1)).apiCallTimeout(Duration.ofSeconds(30)));
            builder.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(key().id(), key().secret())));
            return type.cast(builder.build());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Method> operations(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> SdkPojo.class.isAssignableFrom(method.getReturnType()));
    }

    private static void assertThatItGoesOn() {
        try (StsClient sts = client(StsClient.class)) {
            assertThat(sts.getCallerIdentity().account())
                    .isEqualTo(cloud.address().accountId());
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ElasticBeanstalkClient.class,
                AutoScalingClient.class,
                CloudWatchClient.class,
                EcrClient.class,
                SnsClient.class,
                StsClient.class
            })
    void nonsenseThroughTheRealClientIsRefusedAndNeverAFaultOfOurs(Class<? extends SdkClient> type) {
        List<String> faults = new ArrayList<>();
        int[] answered = new int[1];
        try (SdkClient client = client(type)) {
            operations(type).forEach(method -> {
                for (int round = 0; round < ROUNDS; round++) {
                    long seed = SEED + round;
                    Object request = new RandomModels(seed, WORDS).of(method.getParameterTypes()[0]);
                    String fault = fault(client, method, request);
                    if (fault != null) {
                        faults.add(method.getName() + " with seed " + seed + ": " + fault);
                    } else {
                        answered[0]++;
                    }
                }
            });
        }

        assertThat(faults).isEmpty();
        assertThat(answered[0]).isPositive();
        assertThatItGoesOn();
    }

    private static String fault(SdkClient client, Method method, Object request) {
        try {
            method.invoke(client, request);
            return null;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AwsServiceException refusal) {
                return refusal.statusCode() < 500 ? null : refusal.getMessage();
            }
            boolean isRefusedByTheClient = e.getCause() instanceof SdkClientException
                    && !String.valueOf(e.getCause()).contains("nmarshall");
            return isRefusedByTheClient ? null : String.valueOf(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bytesThatAreNoRequestAreRefused() throws Exception {
        Random random = new Random(SEED);
        Map<Integer, Integer> statuses = new HashMap<>();
        List<String> faults = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        for (int round = 0; round < RAW_ROUNDS; round++) {
            Map<String, String> headers = new HashMap<>(SHAPES.get(round % SHAPES.size()));
            byte[] body = body(random, round);
            if (round % 5 == 0) {
                headers.put("Content-Encoding", "gzip");
            }
            String path = headers.containsKey("smithy-protocol")
                    ? "/service/GraniteServiceVersion20100801/operation/PutMetricData"
                    : "/";
            HttpRequest request =
                    Signed.post(key(), "any", URI.create(cloud.address().endpoint() + path), headers, body);
            int status =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            statuses.merge(status, 1, Integer::sum);
            if (status >= 500) {
                faults.add(status + " for " + headers + " " + new String(body, StandardCharsets.ISO_8859_1));
            }
        }

        assertThat(faults).isEmpty();
        assertThat(statuses.keySet()).as("statuses %s", statuses).anyMatch(status -> status >= 400);
        assertThatItGoesOn();
    }

    private static final List<Map<String, String>> SHAPES = List.of(
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Map.of(
                    "Content-Type",
                    "application/x-amz-json-1.0",
                    "X-Amz-Target",
                    "GraniteServiceVersion20100801.PutMetricData"),
            Map.of(
                    "Content-Type",
                    "application/x-amz-json-1.1",
                    "X-Amz-Target",
                    "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories"),
            Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor"),
            Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "no dot at all"));

    private static final List<String> STARTS = List.of(
            "Action=DescribeEnvironments&Version=2010-12-01&",
            "Action=PutMetricAlarm&Version=2010-08-01&Dimensions.member.",
            "Action=CreateEnvironment&Version=2010-12-01&OptionSettings.member.1.",
            "Action=&Version=",
            "{\"MetricData\":[{\"Value\":",
            "{\"repositoryNames\":",
            "[[[[",
            "\u00bf",
            "");

    private static byte[] body(Random random, int round) {
        byte[] noise = new byte[random.nextInt(80)];
        random.nextBytes(noise);
        byte[] start = STARTS.get(round % STARTS.size()).getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(start, start.length + noise.length);
        System.arraycopy(noise, 0, body, start.length, noise.length);
        return body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=DescribeEnvironments&Version=2010-12-01&EnvironmentNames.member.2000000000=a",
                "Action=DescribeEnvironments&Version=2010-12-01&EnvironmentNames.member.-1=a",
                "Action=DescribeEnvironments&Version=2010-12-01&EnvironmentNames=a&EnvironmentNames=b",
                "Action=DescribeEnvironments&Version=2010-12-01&IncludeDeleted=maybe",
                "Action=DescribeEvents&Version=2010-12-01&MaxRecords=99999999999999999999",
                "Action=DescribeEvents&Version=2010-12-01&StartTime=yesterday",
                "Action=DescribeEnvironments&Version=1999-01-01",
                "Action=MakeCoffee&Version=2010-12-01"
            })
    void aMalformedQueryIsRefusedInWords(String query) throws Exception {
        HttpResponse<String> answer = posted(query);

        assertThat(answer.statusCode()).isBetween(200, 499);
        assertThat(answer.body()).containsAnyOf("<Message>", "Response");
    }

    @Test
    void absurdSizesAreRefused() throws Exception {
        HttpResponse<String> tooLarge = posted("Action=" + "a".repeat(17 * 1024 * 1024));
        HttpResponse<String> nested = HttpClient.newHttpClient()
                .send(
                        Signed.post(
                                key(),
                                "monitoring",
                                URI.create(cloud.address().endpoint()),
                                SHAPES.get(1),
                                "[".repeat(200_000).getBytes(StandardCharsets.UTF_8)),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(nested.statusCode()).isEqualTo(400);
        assertThatItGoesOn();
    }

    private static HttpResponse<String> posted(String query) throws Exception {
        HttpRequest request = Signed.post(
                key(),
                "elasticbeanstalk",
                URI.create(cloud.address().endpoint()),
                SHAPES.get(0),
                query.getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
