package io.beanpole.cloud.wire;

import java.time.Clock;

/** The one access key of this cloud, and whether a request is signed with it. */
public record AccessKey(String id, String secret) {
    private static final Clock CLOCK = Clock.systemUTC();

    /** Refuses a request that isn't signed with this key, in AWS's words. */
    public void require(WireRequest request) {
        Signature signature = Signature.of(request)
                .orElseThrow(() -> new AwsError(
                        "MissingAuthenticationToken",
                        403,
                        "The request is not signed. Sign it with the access key of this local cloud."));
        if (!signature.keyId().equals(id)) {
            throw new AwsError(
                    "InvalidClientTokenId",
                    403,
                    "The security token included in the request is invalid: this local cloud doesn't know the access"
                            + " key " + signature.keyId() + ".");
        }
        signature.require(request, secret, CLOCK.instant());
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
