package io.beanpole.cloud.beanstalk;

import io.beanpole.cloud.balancer.BalancerSettings;
import io.beanpole.cloud.beanstalk.bundle.InstanceSetup;
import io.beanpole.cloud.beanstalk.bundle.SetupPlace;
import io.beanpole.cloud.beanstalk.bundle.SourceBundle;
import io.beanpole.cloud.beanstalk.catalog.VersionRecord;
import io.beanpole.cloud.beanstalk.health.HealthThreshold;
import io.beanpole.cloud.beanstalk.option.OptionName;
import io.beanpole.cloud.beanstalk.option.OptionSettings;
import io.beanpole.cloud.instance.ContainerDefinition;
import io.beanpole.cloud.instance.HealthCheck;
import io.beanpole.cloud.instance.Instance;
import io.beanpole.cloud.instance.InstancePlan;
import io.beanpole.cloud.sqsd.SqsdBehaviour;
import io.beanpole.cloud.sqsd.SqsdSettings;
import io.beanpole.cloud.traffic.StatusCodes;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version with the option settings in force: what instances, daemons and the balancer are to do. */
record DeploymentPlan(VersionRecord version, SourceBundle bundle, OptionSettings settings) {
    InstancePlan instances(Platform platform, EnvironmentRecord environment) {
        Map<String, String> properties = new LinkedHashMap<>(bundle.injected(properties()));
        properties.putAll(cloud(platform));
        return new InstancePlan(containers(), properties, healthCheck(environment));
    }

    /** What instances run, with the environment properties in force. */
    List<ContainerDefinition> containers() {
        return bundle.containers(properties());
    }

    /** What the bundle does on an instance beside running its containers; all of it within the command timeout. */
    InstanceSetup setup(Platform platform, Instance instance, boolean isLeader) {
        Map<String, String> variables = new LinkedHashMap<>(cloud(platform));
        variables.putAll(instance.variables());
        return new InstanceSetup(
                bundle,
                platform.s3(),
                new SetupPlace(
                        instance.directory(),
                        instance.logs(),
                        variables,
                        properties(),
                        settings.all(),
                        isLeader,
                        timeout()));
    }

    private Map<String, String> properties() {
        return settings.namespace(OptionName.ENVIRONMENT_PROPERTIES);
    }

    /** Where AWS is for everything on an instance. */
    private static Map<String, String> cloud(Platform platform) {
        return Map.of(
                "AWS_REGION", platform.region(),
                "AWS_DEFAULT_REGION", platform.region(),
                "AWS_ENDPOINT_URL", platform.endpoint().toString());
    }

    /** A web instance is asked where its balancer asks; a worker by TCP, unless a health check URL is set [S2]. */
    private HealthCheck healthCheck(EnvironmentRecord environment) {
        Optional<String> url = settings.text(OptionName.APPLICATION, "Application Healthcheck URL")
                .map(DeploymentPlan::path);
        if (environment.isWorker()) {
            return new HealthCheck(url, StatusCodes.OK, Duration.ofSeconds(5));
        }
        BalancerSettings balancer = balancer();
        return new HealthCheck(
                Optional.of(url.orElse(balancer.healthCheckPath())), balancer.expectedStatus(), balancer.timeout());
    }

    /** {@code HTTP:80/health} and {@code /health} mean the same. */
    private static String path(String url) {
        int slash = url.replace("://", ":").indexOf('/');
        return slash < 0 ? "/" : url.replace("://", ":").substring(slash);
    }

    BalancerSettings balancer() {
        String path = settings.text(OptionName.APPLICATION, "Application Healthcheck URL")
                .map(DeploymentPlan::path)
                .orElse("/");
        String configured = settings.text(OptionName.PROCESS, "HealthCheckPath").orElse("/");
        return new BalancerSettings(
                configured.equals("/") ? path : configured,
                settings.text(OptionName.PROCESS, "MatcherHTTPCode")
                        .map(StatusCodes::of)
                        .orElse(StatusCodes.OK),
                settings.seconds(OptionName.PROCESS, "HealthCheckInterval", 15),
                settings.seconds(OptionName.PROCESS, "HealthCheckTimeout", 5),
                settings.number(OptionName.PROCESS, "HealthyThresholdCount", 3),
                settings.number(OptionName.PROCESS, "UnhealthyThresholdCount", 5),
                settings.seconds(OptionName.LOAD_BALANCER, "IdleTimeout", 60));
    }

    SqsdSettings daemon(String queueUrl, int port) {
        String path = settings.text(OptionName.SQSD, "HttpPath").orElse("/");
        return new SqsdSettings(
                queueUrl,
                URI.create("http://127.0.0.1:" + port),
                path.startsWith("/") ? path : "/" + path,
                settings.text(OptionName.SQSD, "MimeType").orElse("application/json"),
                settings.number(OptionName.SQSD, "HttpConnections", 50),
                settings.seconds(OptionName.SQSD, "ConnectTimeout", 5),
                settings.seconds(OptionName.SQSD, "InactivityTimeout", 299),
                settings.seconds(OptionName.SQSD, "VisibilityTimeout", 300),
                settings.text(OptionName.SQSD, "ErrorVisibilityTimeout")
                        .map(seconds -> settings.seconds(OptionName.SQSD, "ErrorVisibilityTimeout", 0)),
                settings.seconds(OptionName.SQSD, "RetentionPeriod", 345_600),
                SqsdBehaviour.DEFAULT);
    }

    /** How long the balancer lets an instance answer what it has got before it is stopped. */
    Duration deregistrationDelay() {
        return settings.seconds(OptionName.PROCESS, "DeregistrationDelay", 20);
    }

    PeriodicTasks periodicTasks(EnvironmentRecord environment) {
        return PeriodicTasks.of(bundle, environment);
    }

    /** Whether both bundles ask for the same resources beside the environment's own. */
    boolean hasResourcesOf(DeploymentPlan other) {
        return bundle.extensions().resources().equals(other.bundle.extensions().resources())
                && bundle.extensions()
                        .mappings()
                        .equals(other.bundle.extensions().mappings());
    }

    /** Within which an instance must have come up, in seconds from 1 to 3600 [D]. */
    Duration timeout() {
        return settings.seconds(OptionName.COMMAND, "Timeout", 600);
    }

    /** Whether a deployment succeeds without waiting for health. */
    boolean ignoresHealth() {
        return settings.text(OptionName.COMMAND, "IgnoreHealthCheck")
                .filter("true"::equals)
                .isPresent();
    }

    /** What an instance must be to pass a check of its health. */
    HealthThreshold healthThreshold() {
        return HealthThreshold.of(settings);
    }
}
