package io.beanpole.cloud.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.TooManyApplicationsException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;

/** Every operation of every model, through the real clients: what one side sends, the other side has. */
class RoundTripTest {
    private static final Set<String> UNSIGNED = Set.of("assumeRoleWithSAML", "assumeRoleWithWebIdentity");
    private static final AccessKey KEY = new AccessKey("AKIATEST", "secret");
    private static final long SEED = System.nanoTime();

    /** A service to fuzz: its client, how it is found on the wire, and one of its exceptions. */
    record Subject(Class<?> client, UnaryOperator<AwsService> address, Class<? extends AwsServiceException> error) {
        AwsService service() {
            return address.apply(AwsService.named(client.getSimpleName()));
        }
    }

    private static final List<Subject> SUBJECTS = List.of(
            new Subject(ElasticBeanstalkClient.class, s -> s.version("2010-12-01"), TooManyApplicationsException.class),
            new Subject(
                    EcrClient.class,
                    s -> s.target("AmazonEC2ContainerRegistry_V20150921"),
                    RepositoryNotFoundException.class),
            new Subject(SnsClient.class, s -> s.version("2010-03-31"), NotFoundException.class),
            new Subject(CloudWatchClient.class, s -> s.version("2010-08-01"), ResourceNotFoundException.class),
            new Subject(
                    CloudWatchLogsClient.class, s -> s.target("Logs_20140328"), ResourceAlreadyExistsException.class),
            new Subject(StsClient.class, s -> s.version("2011-06-15"), ExpiredTokenException.class));

    /** What is served of it; its model is large, and its protocol has no word for an empty list or structure. */
    private static final Subject EC2 =
            new Subject(Ec2Client.class, s -> s.version(Ec2Protocol.VERSION), Ec2Exception.class);

    @Test
    void ec2sOwnProtocolCarriesInstances() throws ReflectiveOperationException {
        roundTrip(EC2, Ec2Client.class.getMethod("describeInstances", DescribeInstancesRequest.class));
    }

    @TestFactory
    Stream<DynamicTest> everyRequestAndResponseArrivesAsItWasSent() {
        return SUBJECTS.stream()
                .flatMap(subject -> operations(subject.client())
                        .map(method -> DynamicTest.dynamicTest(
                                subject.client().getSimpleName() + "." + method.getName() + " seed " + SEED,
                                () -> roundTrip(subject, method))));
    }

    @TestFactory
    Stream<DynamicTest> everyModelledExceptionArrivesTyped() {
        return SUBJECTS.stream()
                .flatMap(subject -> ModelClasses.exceptionsBeside(subject.error()).stream()
                        .filter(type -> type != subject.error().getSuperclass())
                        .map(type -> DynamicTest.dynamicTest(
                                type.getName(), () -> refusal(subject, type.asSubclass(AwsServiceException.class)))));
    }

    private static Stream<Method> operations(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> SdkPojo.class.isAssignableFrom(method.getReturnType()));
    }

    private static void roundTrip(Subject subject, Method method) throws ReflectiveOperationException {
        RandomModels models = new RandomModels(SEED);
        for (int round = 0; round < 3; round++) {
            Object request = models.of(method.getParameterTypes()[0]);
            Object response = models.of(method.getReturnType());
            List<Object> seen = new ArrayList<>();
            AwsService service = answers(subject, method, arrived -> {
                seen.add(arrived);
                return (SdkPojo) response;
            });

            Object answer = call(subject, service, method, request);

            assertThat(seen).containsExactly(request);
            assertThat(((SdkPojo) response).equalsBySdkFields(answer))
                    .as("sent %s, got %s", response, answer)
                    .isTrue();
        }
    }

    /** The calls with which one signs in are not signed; all others are, and their signatures are checked. */
    private static AwsService answers(Subject subject, Method method, Function<AwsRequest, SdkPojo> handler) {
        Class<? extends AwsRequest> request = method.getParameterTypes()[0].asSubclass(AwsRequest.class);
        return UNSIGNED.contains(method.getName())
                ? subject.service().onUnsigned(request, handler::apply)
                : subject.service().on(request, handler::apply);
    }

    private static void refusal(Subject subject, Class<? extends AwsServiceException> type) {
        Method method = operations(subject.client())
                .filter(each -> Arrays.asList(each.getExceptionTypes()).contains(type))
                .findFirst()
                .orElseThrow();
        Object request = new RandomModels(SEED).of(method.getParameterTypes()[0]);
        AwsService service = answers(subject, method, arrived -> {
            throw AwsError.of(type, "No, because.");
        });

        assertThatThrownBy(() -> call(subject, service, method, request))
                .cause()
                .isExactlyInstanceOf(type)
                .hasMessageContaining("No, because.");
    }

    private static Object call(Subject subject, AwsService service, Method method, Object request)
            throws ReflectiveOperationException {
        AwsServices services = new AwsServices(KEY, List.of(service));
        try (SdkClient client = client(subject.client(), services)) {
            return method.invoke(client, request);
        } catch (InvocationTargetException e) {
            throw e;
        }
    }

    private static SdkClient client(Class<?> type, AwsServices services) throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        ((AwsSyncClientBuilder<?, ?>) builder).httpClient(new DirectHttpClient(services::answer));
        AwsClientBuilder<?, ?> settings = (AwsClientBuilder<?, ?>) builder;
        settings.region(Region.US_EAST_1);
        settings.overrideConfiguration(o -> o.retryStrategy(RetryMode.LEGACY).retryStrategy(r -> r.maxAttempts(1)));
        settings.credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY.id(), KEY.secret())));
        return (SdkClient) settings.build();
    }
}
