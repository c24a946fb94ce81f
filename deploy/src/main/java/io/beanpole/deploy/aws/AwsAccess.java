package io.beanpole.deploy.aws;

import java.net.URI;
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
    private final AwsCredentialsProvider credentials;

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
        var own = new LazyCredentials(this, this::ownCredentials);
        this.credentials = role == null ? own : new RoleCredentials(role, own, region, endpoint);
    }

    private AwsAccess(AwsAccess like, Consumer<String> commands) {
        region = like.region;
        endpoint = like.endpoint;
        profile = like.profile;
        key = like.key;
        role = like.role;
        credentials = like.credentials;
        this.commands = commands;
    }

    /** The same access; {@code lines} hears of every call that changes something, as the {@code aws} command that does the same. */
    public AwsAccess copyingTo(Consumer<String> lines) {
        return new AwsAccess(this, lines);
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

    /** Whether the cloud is reached at an endpoint of its own, as a local one is. */
    public boolean hasOwnEndpoint() {
        return endpoint != null;
    }

    /** Builds a client of any service for this cloud. */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        var configuration = builder.overrideConfiguration().toBuilder().addExecutionInterceptor(new FailedCalls(this));
        if (commands != null) {
            configuration.addExecutionInterceptor(new CopiedCalls(new AwsCommand(this), commands));
        }
        builder.region(Region.of(region)).credentialsProvider(credentials).overrideConfiguration(configuration.build());
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
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
