package io.beanpole.deploy.aws;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * How a stage reaches its cloud: region, and endpoint, profile, key or role where they differ from AWS's defaults. All
 * clients of one access share their credentials, so that a role is assumed once.
 */
public final class AwsAccess {
    private final String region;
    private final @Nullable URI endpoint;
    private final @Nullable String profile;
    private final @Nullable AccessKey key;
    private final @Nullable AssumedRole role;
    private final @Nullable Consumer<String> commands;
    private final List<CallListener> listeners;
    private final AwsCredentialsProvider credentials;
    private final @Nullable TimeLimits limits;
    private final CloudClock clock;

    /**
     * @param endpoint of all services; null for AWS's own
     * @param profile of ~/.aws, which may sign in by SSO or assume a role; null for the environment's credentials
     * @param key in place of a profile
     */
    public AwsAccess(String region, @Nullable URI endpoint, @Nullable String profile, @Nullable AccessKey key) {
        this(region, endpoint, profile, key, null);
    }

    /** The same, by way of a role that is assumed first; null for none. */
    public AwsAccess(
            String region,
            @Nullable URI endpoint,
            @Nullable String profile,
            @Nullable AccessKey key,
            @Nullable AssumedRole role) {
        this.region = region;
        this.endpoint = endpoint;
        this.profile = profile;
        this.key = key;
        this.role = role;
        this.commands = null;
        this.listeners = List.of();
        this.limits = null;
        this.clock = new CloudClock(Clock.systemUTC());
        var own = new LazyCredentials(this, this::ownCredentials);
        this.credentials = role == null ? own : new RoleCredentials(role, own, region, endpoint);
    }

    private AwsAccess(
            AwsAccess like,
            @Nullable Consumer<String> commands,
            List<CallListener> listeners,
            @Nullable TimeLimits limits) {
        region = like.region;
        endpoint = like.endpoint;
        profile = like.profile;
        key = like.key;
        role = like.role;
        credentials = like.credentials;
        this.commands = commands;
        this.listeners = List.copyOf(listeners);
        this.limits = limits;
        clock = like.clock;
    }

    /** The same access; {@code lines} hears of every call that changes something, as the {@code aws} command that does the same. */
    public AwsAccess copyingTo(Consumer<String> lines) {
        return new AwsAccess(this, lines, listeners, limits);
    }

    /** The same access; these hear of every request of the clients that it builds from now on. */
    public AwsAccess heardBy(CallListener... hearing) {
        return new AwsAccess(this, commands, List.of(hearing), limits);
    }

    /**
     * The same access; a call of the clients that it builds from now on ends in an error when it takes longer. The SDK
     * sets no limit of its own, so that a way to AWS that swallows requests would keep whoever waits for minutes (AWS SDK
     * for Java 2.x Developer Guide, "Timeouts").
     */
    public AwsAccess within(TimeLimits most) {
        return new AwsAccess(this, commands, listeners, most);
    }

    public String region() {
        return region;
    }

    public @Nullable URI endpoint() {
        return endpoint;
    }

    public @Nullable String profile() {
        return profile;
    }

    /** What time it is for this cloud, as far as its answers have told; shared by all that are derived from one access. */
    public CloudClock clock() {
        return clock;
    }

    /** Whether the cloud is reached at an endpoint of its own, as a local one is. */
    public boolean hasOwnEndpoint() {
        return endpoint != null;
    }

    /** Builds a client of any service for this cloud. */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        var configuration = builder.overrideConfiguration().toBuilder().addExecutionInterceptor(new FailedCalls(this));
        configuration.addExecutionInterceptor(new HeardDates(clock));
        if (profile != null) {
            configuration.defaultProfileName(profile); // its endpoint_url counts as its keys do
        }
        if (limits != null) {
            configuration.apiCallAttemptTimeout(limits.attempt()).apiCallTimeout(limits.call());
        }
        if (!listeners.isEmpty()) {
            configuration.addExecutionInterceptor(new HeardCalls(listeners));
        }
        if (commands != null) {
            configuration.addExecutionInterceptor(new CopiedCalls(new AwsCommand(this), commands));
        }
        builder.region(Region.of(region)).credentialsProvider(credentials).overrideConfiguration(configuration.build());
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    /** The options by which {@code aws} reaches the same cloud: {@code --region eu-central-1 --profile ops}. */
    public String commandOptions() {
        return AwsCommand.options(this);
    }

    private AwsCredentialsProvider ownCredentials() {
        if (key != null) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
        }
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }

    @Override
    public String toString() {
        return "AwsAccess[" + region + (endpoint == null ? "" : " at " + endpoint)
                + (profile == null ? "" : " by " + profile) + (role == null ? "" : " as " + role.arn()) + "]";
    }
}
