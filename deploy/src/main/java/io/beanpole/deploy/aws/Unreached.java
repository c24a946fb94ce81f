package io.beanpole.deploy.aws;

import io.beanpole.deploy.Nearest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** Why a call never got an answer of AWS: no credentials, a sign-in that has ended, no such host, no network. */
final class Unreached {
    private static final Pattern NO_CREDENTIALS =
            Pattern.compile("(?s).*(Unable to load credentials from any|Unable to load AWS credentials).*");
    private static final Pattern SSO_ENDED = Pattern.compile(
            "(?s).*(SSO session .*(expired|invalid)|Unable to (load|refresh) SSO|SSO token|sso login).*");
    private static final Pattern NO_PROFILE = Pattern.compile("(?s).*[Pp]rofile file contained no .*profile '(.+?)'.*");

    private Unreached() {}

    static Explanation explain(SdkException failure) {
        var message = String.valueOf(failure.getMessage());
        var call = FailedCall.of(failure);
        if (SSO_ENDED.matcher(message).matches()) {
            return new Explanation(
                            "the sign-in by SSO" + profile(call) + " has ended or never was.",
                            "Sign in: aws sso login"
                                    + call.map(FailedCall::profileOption).orElse("") + "; then run it again.")
                    .in(Trouble.SIGNED_OUT);
        }
        if (NO_CREDENTIALS.matcher(message).matches()) {
            return new Explanation(
                            "no AWS credentials were found" + profile(call) + ".",
                            "Sign in: aws sso login"
                                    + call.map(FailedCall::profileOption).orElse(" --profile NAME")
                                    + ", or export AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or choose a profile with"
                                    + " --profile.")
                    .in(Trouble.SIGNED_OUT);
        }
        var profile = NO_PROFILE.matcher(message);
        if (profile.matches()) {
            return noProfile(profile.group(1));
        }
        return network(failure, message, call).in(Trouble.UNREACHED);
    }

    private static String profile(Optional<FailedCall> call) {
        var profile = call.map(FailedCall::profile).orElse(null);
        return profile == null ? "" : " of profile " + profile;
    }

    private static Explanation noProfile(String name) {
        var known = Profiles.names();
        if (known.contains(name)) {
            return new Explanation(
                    "the profile '" + name + "' has no credentials and no way to get some.",
                    "Give it keys, or a way to sign in: aws configure sso --profile " + name + ".");
        }
        return new Explanation(
                "there is no AWS profile '" + name + "' in ~/.aws/config." + Nearest.question(name, known),
                (known.isEmpty() ? "There are none at all." : "There are " + String.join(", ", known) + ".")
                        + " Make one: aws configure sso --profile " + name + ".");
    }

    private static Explanation network(SdkException failure, String message, Optional<FailedCall> call) {
        var endpoint = call.map(FailedCall::endpoint).orElse(null);
        if (cause(failure, UnknownHostException.class).isPresent()) {
            return unknownHost(cause(failure, UnknownHostException.class).orElseThrow(), call);
        }
        if (cause(failure, ConnectException.class).isPresent()) {
            return new Explanation(
                    "nothing answers at " + place(endpoint) + ".",
                    endpoint == null
                            ? "Check the network, a proxy (HTTPS_PROXY) or a firewall; then run it again."
                            : "Check that it is up, and the 'endpoint' of the stage in deployment.yml.");
        }
        if (cause(failure, SocketTimeoutException.class).isPresent()
                || failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException) {
            return new Explanation(
                    place(endpoint) + " did not answer in time.", "Check the network and run it again; it is safe to.");
        }
        if (cause(failure, SSLException.class).isPresent()) {
            return new Explanation(
                    "no safe connection to " + place(endpoint) + ": "
                            + cause(failure, SSLException.class).orElseThrow().getMessage(),
                    "A proxy that opens TLS, or a wrong clock, are the usual reasons.");
        }
        if (cause(failure, IOException.class).isPresent()) {
            return new Explanation(
                    "the connection to " + place(endpoint) + " broke: "
                            + cause(failure, IOException.class).orElseThrow().getMessage(),
                    "Check the network and run it again; it is safe to.");
        }
        return new Explanation(message, "Check that the stage's endpoint is up and that its credentials can be found.");
    }

    private static Explanation unknownHost(UnknownHostException unknown, Optional<FailedCall> call) {
        var known = Region.regions().stream().map(Region::id).toList();
        var region = call.map(FailedCall::region).orElse("");
        if (!region.isEmpty()
                && !known.contains(region)
                && call.map(FailedCall::endpoint).isEmpty()) {
            return new Explanation(
                    "AWS has no region '" + region + "'." + Nearest.question(region, known),
                    "Set the region of the stage in deployment.yml, or give --region.");
        }
        return new Explanation(
                "the host " + String.valueOf(unknown.getMessage()).replaceFirst(":.*", "") + " is not known here.",
                "Check the network and its name service, and the region; then run it again.");
    }

    private static String place(@Nullable URI endpoint) {
        return endpoint == null ? "AWS" : endpoint.toString();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        var seen = failure;
        for (int depth = 0; seen != null && depth < 20; depth++) {
            if (kind.isInstance(seen)) {
                return Optional.of(kind.cast(seen));
            }
            seen = seen.getCause();
        }
        return Optional.empty();
    }
}
