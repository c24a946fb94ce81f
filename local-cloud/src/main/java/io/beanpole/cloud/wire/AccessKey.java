package io.beanpole.cloud.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one access key of this cloud, and whether a request is signed with it. */
public record AccessKey(String id, String secret) {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");
    private static final Pattern PRESIGNED = Pattern.compile("(?:^|&)X-Amz-Credential=([^&/%]+)");

    /** Refuses a request that doesn't name this key, in AWS's words. */
    public void require(WireRequest request) {
        String used = keyIdOf(request);
        if (used == null) {
            throw new AwsError(
                    "MissingAuthenticationToken",
                    403,
                    "The request is not signed. Sign it with the access key of this local cloud.");
        }
        if (!used.equals(id)) {
            throw new AwsError(
                    "InvalidClientTokenId",
                    403,
                    "The security token included in the request is invalid: this local cloud doesn't know the access"
                            + " key " + used + ".");
        }
    }

    private static @Nullable String keyIdOf(WireRequest request) {
        String header = request.header("Authorization");
        if (header != null) {
            Matcher credential = CREDENTIAL.matcher(header);
            return credential.find() ? credential.group(1) : null;
        }
        String query = request.uri().getRawQuery();
        Matcher presigned = PRESIGNED.matcher(query == null ? "" : query);
        return presigned.find() ? presigned.group(1) : null;
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
