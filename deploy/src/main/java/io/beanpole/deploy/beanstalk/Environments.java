package io.beanpole.deploy.beanstalk;

import io.beanpole.deploy.aws.AwsAccess;
import io.beanpole.deploy.aws.AwsCall;
import io.beanpole.deploy.scaling.EnvironmentResources;
import io.beanpole.deploy.scaling.Groups;
import io.beanpole.deploy.spec.OptionName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.SingleInstanceHealth;

/** Environments as Elastic Beanstalk keeps them: those of one application, or all of an account and region. */
public final class Environments implements EnvironmentFeed, EnvironmentChanges, AutoCloseable {
    private static final String WORKER_QUEUE = "WorkerQueue";

    private final ElasticBeanstalkClient beanstalk;
    private final AutoScalingClient autoScaling;
    private final @Nullable String application;

    /** The environments of one application; of all, without one. */
    public Environments(AwsAccess access, @Nullable String application) {
        this.beanstalk = access.client(ElasticBeanstalkClient.builder());
        this.autoScaling = access.client(AutoScalingClient.builder());
        this.application = application;
    }

    /** The environments of all applications; names are unique among the living ones of an account and region. */
    public static Environments ofAllApplications(AwsAccess access) {
        return new Environments(access, null);
    }

    /** The names of the platforms that environments can be created on, the newest of a kind first. */
    public List<String> platforms() {
        return AwsCall.to("list the platforms", () -> beanstalk.listAvailableSolutionStacks())
                .solutionStacks();
    }

    /** All living environments of the application. */
    public List<EnvironmentState> all() {
        return AwsCall.pages(
                        "list the environments" + (application == null ? "" : " of " + application),
                        token -> beanstalk.describeEnvironments(request -> request.applicationName(application)
                                .includeDeleted(false)
                                .nextToken(token)),
                        DescribeEnvironmentsResponse::nextToken)
                .stream()
                .flatMap(page -> page.environments().stream())
                .map(Environments::state)
                .filter(environment -> !environment.status().equals("Terminated"))
                .sorted(Comparator.comparing(EnvironmentState::name))
                .toList();
    }

    @Override
    public Optional<EnvironmentState> find(String name) {
        return AwsCall.to(
                "find the environment " + name,
                () -> beanstalk
                        .describeEnvironments(request -> request.applicationName(application)
                                .environmentNames(name)
                                .includeDeleted(false))
                        .environments()
                        .stream()
                        .map(Environments::state)
                        .filter(environment -> !environment.status().equals("Terminated"))
                        .findFirst());
    }

    @Override
    public EnvironmentState create(NewEnvironment environment) {
        return AwsCall.to("create the environment " + environment.name(), () -> {
            var created = beanstalk.createEnvironment(request -> request.applicationName(environment.application())
                    .environmentName(environment.name())
                    .tier(tier -> tier.name(environment.tier().awsName())
                            .type(environment.tier().awsType()))
                    .solutionStackName(environment.platform())
                    .versionLabel(environment.versionLabel())
                    .optionSettings(options(environment.settings())));
            return new EnvironmentState(
                    created.environmentId(),
                    created.applicationName(),
                    created.environmentName(),
                    created.statusAsString(),
                    String.valueOf(created.healthAsString()),
                    created.versionLabel(),
                    created.cname());
        });
    }

    @Override
    public void updateVersion(EnvironmentState environment, String versionLabel) {
        AwsCall.to(
                "update " + environment.name() + " to version " + versionLabel,
                () -> beanstalk.updateEnvironment(
                        request -> request.environmentId(environment.id()).versionLabel(versionLabel)));
    }

    @Override
    public void updateSettings(EnvironmentState environment, SortedMap<OptionName, String> settings) {
        AwsCall.to(
                "update the option settings of " + environment.name(),
                () -> beanstalk.updateEnvironment(
                        request -> request.environmentId(environment.id()).optionSettings(options(settings))));
    }

    @Override
    public void abort(EnvironmentState environment) {
        AwsCall.to(
                "abort the update of " + environment.name(),
                () -> beanstalk.abortEnvironmentUpdate(request -> request.environmentId(environment.id())));
    }

    @Override
    public void swap(EnvironmentState one, EnvironmentState other) {
        AwsCall.to(
                "swap the names of " + one.name() + " and " + other.name(),
                () -> beanstalk.swapEnvironmentCNAMEs(
                        request -> request.sourceEnvironmentId(one.id()).destinationEnvironmentId(other.id())));
    }

    @Override
    public EnvironmentHealth health(EnvironmentState environment) {
        return new ReportedHealth(beanstalk).of(environment);
    }

    @Override
    public SortedMap<OptionName, String> settings(EnvironmentState environment) {
        return OptionSettings.read(beanstalk, environment.application(), environment.name());
    }

    @Override
    public Optional<String> queueUrl(String environmentName) {
        return AwsCall.to(
                "find the queue of " + environmentName,
                () -> beanstalk
                        .describeEnvironmentResources(request -> request.environmentName(environmentName))
                        .environmentResources()
                        .queues()
                        .stream()
                        .filter(queue -> WORKER_QUEUE.equals(queue.name()))
                        .map(queue -> queue.url())
                        .filter(url -> url != null && !url.isEmpty())
                        .findFirst());
    }

    @Override
    public List<EnvironmentEvent> events(EnvironmentState environment, Instant since) {
        return new ReportedEvents(beanstalk).of(environment, since);
    }

    @Override
    public Optional<List<InstanceState>> instances(EnvironmentState environment) {
        return new ReportedInstances(beanstalk)
                .of(environment.name(), request -> request.environmentId(environment.id()))
                .map(reported -> reported.stream().map(Environments::instance).toList());
    }

    @Override
    public boolean wantsNoInstances(EnvironmentState environment) {
        var group = new EnvironmentResources(beanstalk).of(environment.name()).group();
        return group.map(name -> new Groups(autoScaling).named(List.of(name)).get(name))
                .filter(state -> state.desired() == 0)
                .isPresent();
    }

    @Override
    public void close() {
        autoScaling.close();
        beanstalk.close();
    }

    private static InstanceState instance(SingleInstanceHealth instance) {
        var deployment = instance.deployment();
        return new InstanceState(
                instance.instanceId(),
                String.valueOf(instance.healthStatus()),
                deployment == null ? "no version" : String.valueOf(deployment.versionLabel()),
                deployment == null ? "yet" : String.valueOf(deployment.status()));
    }

    private static EnvironmentState state(EnvironmentDescription environment) {
        return new EnvironmentState(
                environment.environmentId(),
                environment.applicationName(),
                environment.environmentName(),
                environment.statusAsString(),
                String.valueOf(environment.healthAsString()),
                environment.versionLabel(),
                environment.cname());
    }

    private static List<ConfigurationOptionSetting> options(Map<OptionName, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> ConfigurationOptionSetting.builder()
                        .namespace(setting.getKey().namespace())
                        .optionName(setting.getKey().name())
                        .value(setting.getValue())
                        .build())
                .toList();
    }
}
