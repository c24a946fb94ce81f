package io.beanpole.deploy.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** How a stage reaches its cloud: region, and endpoint, profile or key where they differ from AWS's defaults. */
public record AwsAccess(
        String region,
        @Nullable URI endpoint,
        @Nullable String profile,
        @Nullable AccessKey key) {
    /** Whether the cloud is reached at an endpoint of its own, as a local one is. */
    public boolean hasOwnEndpoint() {
        return endpoint != null;
    }

    /** Builds a client of any service for this cloud. */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        builder.region(Region.of(region)).credentialsProvider(credentials());
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    private AwsCredentialsProvider credentials() {
        if (key != null) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
        }
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }
}
