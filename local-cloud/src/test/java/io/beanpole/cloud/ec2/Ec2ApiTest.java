package io.beanpole.cloud.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.beanpole.cloud.autoscaling.LaunchedInstance;
import io.beanpole.cloud.wire.AccessKey;
import io.beanpole.cloud.wire.AwsServices;
import io.beanpole.cloud.wire.DirectHttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.Tag;

/** DescribeInstances as the real SDK asks for it. */
class Ec2ApiTest {
    private static final Instant LAUNCHED = Instant.parse("2026-11-21T08:00:00Z");
    private static final String ORDINARY = "i-0000000000000000a";
    private static final String SPARE = "i-0000000000000000b";

    private List<LaunchedInstance> launched = List.of(
            new LaunchedInstance(
                    ORDINARY, "t3.micro", "eu-central-2a", "running", LAUNCHED, false, Map.of("Name", "shop-web")),
            new LaunchedInstance(
                    SPARE, "t3.micro", "eu-central-2a", "pending", LAUNCHED, true, Map.of("Name", "shop-worker")));
    private final AwsServices services = new AwsServices(
            new AccessKey("AKIATEST", "secret"), List.of(new Ec2Api("000000000000", () -> launched).service()));
    private final Ec2Client ec2 = Ec2Client.builder()
            .httpClient(new DirectHttpClient(services::answer))
            .region(Region.EU_CENTRAL_2)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .build();

    @AfterEach
    void close() {
        ec2.close();
    }

    @Test
    void onlySpotInstancesHaveALifecycle() {
        assertThat(instances(request -> {}))
                .extracting(
                        Instance::instanceId,
                        Instance::instanceLifecycle,
                        each -> each.state().nameAsString(),
                        each -> each.state().code(),
                        Instance::launchTime)
                .containsExactly(
                        tuple(ORDINARY, null, "running", 16, LAUNCHED),
                        tuple(SPARE, InstanceLifecycleType.SPOT, "pending", 0, LAUNCHED));
        assertThat(instances(request -> request.instanceIds(SPARE)).get(0).tags())
                .containsExactly(Tag.builder().key("Name").value("shop-worker").build());
    }

    @Test
    void allFiltersHaveToHoldAndOfEachOneValue() {
        assertThat(ids(filter("instance-lifecycle", "spot"))).containsExactly(SPARE);
        assertThat(ids(filter("instance-id", SPARE, "i-0123456789abcdef0"))).containsExactly(SPARE);
        assertThat(ids(filter("tag:Name", "shop-*"))).containsExactly(ORDINARY, SPARE);
        assertThat(ids(filter("tag:Name", "shop-???"))).containsExactly(ORDINARY);
        assertThat(ids(filter("tag:Name", "shop."))).isEmpty();
        assertThat(ids(filter("tag:Name", "shop-*"), filter("instance-state-name", "pending", "shutting-down")))
                .containsExactly(SPARE);
    }

    @Test
    void aPageHasFiveAtLeastAndATokenThatLeadsOn() {
        launched = IntStream.range(0, 7).mapToObj(Ec2ApiTest::numbered).toList();

        DescribeInstancesResponse first = ec2.describeInstances(request -> request.maxResults(5));
        DescribeInstancesResponse second =
                ec2.describeInstances(request -> request.maxResults(5).nextToken(first.nextToken()));

        assertThat(first.reservations()).hasSize(5);
        assertThat(second.reservations()).hasSize(2);
        assertThat(second.nextToken()).isNull();
        refused(() -> ec2.describeInstances(request -> request.nextToken("-1")), "InvalidNextToken");
    }

    @Test
    void anUnknownInstanceMakesAllOfTheRequestFail() {
        refused(
                () -> ec2.describeInstances(request -> request.instanceIds(ORDINARY, "i-0123456789abcdef0")),
                "InvalidInstanceID.NotFound");
        refused(() -> ec2.describeInstances(request -> request.instanceIds("web-1")), "InvalidInstanceID.Malformed");
    }

    @Test
    void whatIsNotServedIsRefusedInWords() {
        refused(
                () -> ec2.describeInstances(request -> request.filters(filter("colour", "red"))),
                "InvalidParameterValue");
        refused(() -> ec2.describeInstances(request -> request.maxResults(4)), "InvalidParameterValue");
        refused(
                () -> ec2.describeInstances(request -> request.maxResults(5).instanceIds(SPARE)),
                "InvalidParameterCombination");
        assertThatThrownBy(() -> ec2.runInstances(request -> request.imageId("ami-1")))
                .isInstanceOf(Ec2Exception.class)
                .hasMessageContaining("instances come and go with Elastic Beanstalk environments");
    }

    private static LaunchedInstance numbered(int number) {
        return new LaunchedInstance(
                "i-0000000000000000" + number, "t3.micro", "eu-central-2a", "running", LAUNCHED, false, Map.of());
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    private List<String> ids(Filter... filters) {
        return instances(request -> request.filters(filters)).stream()
                .map(Instance::instanceId)
                .toList();
    }

    private List<Instance> instances(Consumer<DescribeInstancesRequest.Builder> asked) {
        return ec2.describeInstances(asked).reservations().stream()
                .flatMap(each -> each.instances().stream())
                .toList();
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Ec2Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
