package io.beanpole.cloud.beanstalk.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.beanpole.cloud.Pace;
import io.beanpole.cloud.SettableClock;
import io.beanpole.cloud.instance.InstanceState;
import io.beanpole.cloud.traffic.TrafficWindow;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class EnvironmentHealthTest {
    private final SettableClock clock = new SettableClock();
    private final FakeEnvironment environment = new FakeEnvironment(clock);

    /** Web environments have no queue, so nothing is called. */
    private final SqsClient sqs = SqsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:1"))
            .region(Region.EU_CENTRAL_2)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();

    private final EnvironmentHealth health = new EnvironmentHealth(environment, sqs, clock, Pace.AS_ON_AWS);

    @AfterEach
    void close() {
        sqs.close();
    }

    @Test
    void onlyTheThirdFailedCheckWithinAMinuteLowersTheEnvironment() {
        environment.instance("i-1", InstanceState.OK);
        environment.instance("i-2", InstanceState.OK);
        environment.instance("i-3", InstanceState.FAILING);

        checks(2);
        assertThat(health.view().status()).isEqualTo("Ok");
        assertThat(health.of(environment.instances().get(2)).status()).isEqualTo("Severe");
        checks(1);
        assertThat(health.view().status()).isEqualTo("Warning");
        assertThat(health.view().causes())
                .containsExactly(
                        "Impaired services on 1 out of 3 instances.",
                        "ELB health is failing or not available for 1 out of 3 instances.",
                        "[i-3] nothing listens on port 80.");

        environment.instance("i-3", InstanceState.OK);
        checks(1);
        assertThat(health.view().status()).isEqualTo("Ok");
        assertThat(environment.events)
                .containsExactly(
                        "INFO Environment health has transitioned from Pending to Ok.",
                        "WARN Environment health has transitioned from Ok to Warning. Impaired services on 1 out of 3"
                                + " instances. ELB health is failing or not available for 1 out of 3 instances. [i-3]"
                                + " nothing listens on port 80.",
                        "INFO Environment health has transitioned from Warning to Ok.");
    }

    @Test
    void failuresThatAreMoreThanAMinuteApartDoNotAddUp() {
        for (int i = 0; i < 6; i++) {
            environment.instance("i-1", i % 3 == 0 ? InstanceState.FAILING : InstanceState.OK);
            checks(1);
            clock.advance(Duration.ofSeconds(20));
        }
        environment.instance("i-1", InstanceState.FAILING);
        checks(1);

        assertThat(health.view().status()).isEqualTo("Ok");
    }

    @Test
    void theMoreInstancesFailTheWorseItIs() {
        environment.instance("i-1", InstanceState.FAILING);
        environment.instance("i-2", InstanceState.OK);
        checks(3);
        assertThat(health.view().status()).isEqualTo("Degraded");

        environment.instance("i-2", InstanceState.FAILING);
        checks(3);
        assertThat(health.view().status()).isEqualTo("Severe");
        assertThat(health.view().causes()).contains("Impaired services on all instances.");
    }

    @Test
    void anOperationIsInfoUntilItsTimeoutAndItsEndIsToldForAMinute() {
        environment.instance("i-1", InstanceState.OK);
        environment.instance(
                "i-2", InstanceState.FAILING, new DeploymentReport("v2", 2, "In Progress", clock.instant()));
        environment.options.put("Timeout", "300");
        environment.status = "Updating";
        checks(4);
        assertThat(health.view().status()).isEqualTo("Info");
        assertThat(health.view().color()).isEqualTo("Green");
        assertThat(health.view().causes())
                .containsExactly("Application update in progress on 1 instance. 1 out of 2 instances completed (running"
                        + " for 30 seconds).");

        checks(28);
        assertThat(health.view().status()).as("after the timeout").isEqualTo("Degraded");

        environment.instance("i-2", InstanceState.OK);
        environment.status = "Ready";
        checks(1);
        assertThat(health.view())
                .isEqualTo(new Diagnosis()
                        .found(HealthStatus.OK, "Application update completed 0 seconds ago and took 5 minutes.")
                        .view());
        checks(7);
        assertThat(health.view().causes()).isEmpty();
    }

    @Test
    void refusedRequestsCountUnlessTheConfigDocumentLeavesThemOut() {
        TrafficWindow traffic = environment.instance("i-1", InstanceState.OK);
        failingRequests(traffic, 404);
        assertThat(health.view().health()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(health.view().causes())
                .containsExactly(
                        "50.0 % of the requests are failing with HTTP 4xx.",
                        "50.0 % of the requests to the ELB are failing with HTTP 4xx.");

        environment.options.put("ConfigDocument", """
                {"Rules": {"Environment": {"Application": {"ApplicationRequests4xx": {"Enabled": false}},
                                           "ELB": {"ELBRequests4xx": {"Enabled": false}}}}, "Version": 1}""");
        assertThat(health.view().health()).isEqualTo(HealthStatus.OK);
        assertThat(health.of(environment.instances().get(0)).health()).isEqualTo(HealthStatus.OK);
        failingRequests(traffic, 503);
        assertThat(health.view().causes()).contains("50.0 % of the requests are failing with HTTP 5xx.");
    }

    @Test
    void anInstanceOfAnotherVersionTellsBothDeployments() {
        environment.instance("i-1", InstanceState.OK, new DeploymentReport("v1", 1, "Deployed", clock.instant()));
        environment.instance("i-2", InstanceState.OK);

        assertThat(health.view().causes())
                .containsExactly("Incorrect application version found on 1 out of 2 instances. Expected version \"v2\""
                        + " (deployment 2).");
        assertThat(health.of(environment.instances().get(0)).causes())
                .containsExactly("Incorrect application version \"v1\" (deployment 1). Expected version \"v2\""
                        + " (deployment 2).");
    }

    @Test
    void metricsOfAMinuteAreThoseThatTheConfigDocumentNames() {
        environment.options.put("ConfigDocument", """
                {"CloudWatchMetrics": {
                  "Environment": {"ApplicationRequests5xx": 60, "ApplicationLatencyP50": 60, "InstancesOk": 60},
                  "Instance": {"CPUUser": 60, "ApplicationRequestsTotal": 60}}, "Version": 1}""");
        TrafficWindow first = environment.instance("i-1", InstanceState.OK);
        environment.instance("i-2", InstanceState.OK);
        first.add(500, Duration.ofMillis(100));
        clock.advance(Duration.ofSeconds(30));
        first.add(200, Duration.ofMillis(100));
        Map<String, Double> put = new HashMap<>();
        HealthMetrics metrics = new HealthMetrics(
                (key, at, value, unit) -> put.put(key.name() + key.dimensions().values(), value), clock);

        metrics.publish(health);

        assertThat(put.remove("ApplicationLatencyP50[shop]")).isBetween(0.097, 0.103);
        assertThat(put)
                .isEqualTo(Map.of(
                        "EnvironmentHealth[shop]", 0.0,
                        "ApplicationRequests5xx[shop]", 1.0,
                        "InstancesOk[shop]", 2.0,
                        "CPUUser[shop, i-1]", 40.0,
                        "CPUUser[shop, i-2]", 40.0,
                        "ApplicationRequestsTotal[shop, i-1]", 2.0,
                        "ApplicationRequestsTotal[shop, i-2]", 0.0,
                        "CPUUtilization[i-1]", 42.0,
                        "CPUUtilization[i-2]", 42.0,
                        "CPUUtilization[shop-group]", 42.0));
    }

    private void checks(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(10));
            health.check();
        }
    }

    private void failingRequests(TrafficWindow traffic, int status) {
        for (int check = 0; check < 3; check++) {
            clock.advance(Duration.ofSeconds(10));
            for (int i = 0; i < 20; i++) {
                traffic.add(i % 2 == 0 ? 200 : status, Duration.ofMillis(5));
            }
            health.check();
        }
    }
}
