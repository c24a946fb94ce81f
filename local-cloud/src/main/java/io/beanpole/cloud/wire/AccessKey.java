package io.beanpole.cloud.wire;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one lasting access key of this cloud, the temporary ones that come of it, and whether they signed a request. */
public record AccessKey(String id, String secret) {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String TOKEN = "X-Amz-Security-Token";

    /**
     * Refuses a request that isn't signed with this key or a temporary one of it, in AWS's words; gives the ARN of the
     * role that was assumed, null for the key itself.
     */
    @Nullable
    String require(WireRequest request) {
        Signature signature = Signature.of(request)
                .orElseThrow(() -> new AwsError(
                        "MissingAuthenticationToken",
                        403,
                        "The request is not signed. Sign it with the access key of this local cloud."));
        if (signature.keyId().equals(id)) {
            signature.require(request, secret, CLOCK.instant());
            return null;
        }
        if (TemporaryKeys.isOne(signature.keyId())) {
            return requireTemporary(request, signature);
        }
        throw new AwsError(
                "InvalidClientTokenId",
                403,
                "The security token included in the request is invalid: this local cloud doesn't know the access"
                        + " key " + signature.keyId() + ".");
    }

    private String requireTemporary(WireRequest request, Signature signature) {
        TemporaryKeys keys = new TemporaryKeys(secret);
        String token = Optional.ofNullable(request.header(TOKEN)).orElse("");
        String owner = keys.ownerOf(signature.keyId(), token)
                .orElseThrow(() -> new AwsError(
                        "InvalidClientTokenId", 403, "The security token included in the request is invalid."));
        String temporary = keys.secretOf(signature.keyId(), CLOCK.instant())
                .orElseThrow(() ->
                        new AwsError("ExpiredToken", 403, "The security token included in the request is expired"));
        signature.require(request, temporary, CLOCK.instant());
        return owner;
    }

    /** The secret of this key, or of a temporary one that is still good. */
    public Optional<String> secretOf(String keyId) {
        return keyId.equals(id) ? Optional.of(secret) : new TemporaryKeys(secret).secretOf(keyId, CLOCK.instant());
    }

    /** A key for an assumed role. */
    public TemporaryKey forRole(String arn, Duration lifetime) {
        return new TemporaryKeys(secret).issue(arn, CLOCK.instant().plus(lifetime));
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
