package io.beanpole.deploy.aws;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The keys of an assumed role, asked for at first use and again shortly before they expire. */
final class RoleCredentials implements AwsCredentialsProvider {
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final AssumedRole role;
    private final AwsCredentialsProvider caller;
    private final String region;
    private final @Nullable URI endpoint;
    private final Clock clock;
    private @Nullable AwsSessionCredentials keys;
    private Instant end = Instant.MIN;

    /** @param caller who assumes the role */
    RoleCredentials(AssumedRole role, AwsCredentialsProvider caller, String region, @Nullable URI endpoint) {
        this.role = role;
        this.caller = caller;
        this.region = region;
        this.endpoint = endpoint;
        this.clock = Clock.systemUTC();
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        var present = keys;
        if (present == null || !clock.instant().isBefore(end)) {
            present = assume();
            keys = present;
        }
        return present;
    }

    private AwsSessionCredentials assume() {
        var builder = StsClient.builder().region(Region.of(region)).credentialsProvider(caller);
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        try (var sts = builder.build()) {
            var given = sts.assumeRole(request -> request.roleArn(role.arn())
                            .roleSessionName(role.sessionName())
                            .externalId(role.externalId()))
                    .credentials();
            end = given.expiration().minus(EARLY);
            return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        }
    }
}
