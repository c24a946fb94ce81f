package io.beanpole.deploy.aws;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What AWS means by its error codes, as its services' pages "Common Errors" list them: credentials, rights, clocks,
 * regions, throttling. Every other code is told as it came.
 */
final class Refusals {
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired");
    private static final Set<String> UNKNOWN_KEY = Set.of(
            "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "AuthFailure", "InvalidToken");
    private static final Set<String> UNSIGNED =
            Set.of("MissingAuthenticationToken", "MissingAuthenticationTokenException", "IncompleteSignature");
    private static final Set<String> FORBIDDEN = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "AuthorizationError",
            "NotAuthorized",
            "InsufficientPrivilegesException",
            "403");
    private static final Set<String> WRONG_REGION =
            Set.of("AuthorizationHeaderMalformed", "PermanentRedirect", "IllegalLocationConstraintException", "301");
    private static final Pattern DENIED = Pattern.compile(
            "User: (\\S+) is not authorized to perform: ([\\w-]+:[\\w*]+)(?: on resource: (\\S+))?(?: because (.*))?\\.?",
            Pattern.DOTALL);
    private static final Pattern ENCODED = Pattern.compile("Encoded authorization failure message: (\\S+)");
    private static final Pattern SCOPED = Pattern.compile("(?s).*[Cc]redential should be scoped to.*region.*");
    private static final Pattern SIGN_IN_ENDED = Pattern.compile("(?s).*(Session token|token).*(not found|invalid).*");

    private Refusals() {}

    static Explanation explain(AwsServiceException refusal) {
        var details = refusal.awsErrorDetails();
        var code = details == null || details.errorCode() == null ? "" : details.errorCode();
        var message = details == null || details.errorMessage() == null
                ? String.valueOf(refusal.getMessage())
                : details.errorMessage();
        var call = FailedCall.of(refusal);
        var told = message + (code.isEmpty() ? "" : " (" + code + ")");
        if (Clocks.isSkewed(code, message)) {
            return Clocks.explain(refusal, told).in(Trouble.CLOCK);
        }
        if (EXPIRED.contains(code)) {
            return new Explanation("the credentials have expired (" + code + ").", signInAgain(call))
                    .in(Trouble.SIGNED_OUT);
        }
        if (code.equals("UnauthorizedException")
                && SIGN_IN_ENDED.matcher(message).matches()) {
            return new Explanation("the sign-in by SSO has ended (" + code + ").", signInAgain(call))
                    .in(Trouble.SIGNED_OUT);
        }
        if (WRONG_REGION.contains(code) || SCOPED.matcher(message).matches()) {
            return wrongRegion(told, call);
        }
        if (FORBIDDEN.contains(code)) {
            return missingRight(code, message, call);
        }
        if (UNKNOWN_KEY.contains(code) || code.equals("SignatureDoesNotMatch") || UNSIGNED.contains(code)) {
            return unknownKey(told, call).in(Trouble.SIGNED_OUT);
        }
        if (refusal.isThrottlingException() || code.equals("Throttling") || code.equals("SlowDown")) {
            return new Explanation(
                            "AWS is throttling this account: " + told + ", also after several tries.",
                            "Wait a minute and run it again; it is safe to. Whatever else calls the same API in this account and"
                                    + " region shares its limit.")
                    .in(Trouble.THROTTLED);
        }
        return code.isEmpty() ? silent(refusal, call) : new Explanation(told, null);
    }

    /** An error without a document: a fault of the server, or something there that isn't AWS and lacks the operation. */
    private static Explanation silent(AwsServiceException refusal, Optional<FailedCall> call) {
        var place = call.map(FailedCall::endpoint).map(Object::toString).orElse("AWS");
        return new Explanation(
                place + " answered" + call.map(failed -> " " + failed.right()).orElse("") + " with status "
                        + refusal.statusCode() + " and no reason.",
                place.equals("AWS")
                        ? "Run it again in a minute; if it stays, https://health.aws.amazon.com tells what is wrong."
                        : "What stands at this endpoint may not have this operation; its log tells more.");
    }

    private static String signInAgain(Optional<FailedCall> call) {
        var profile = call.map(FailedCall::profileOption).orElse("");
        return "Sign in again: aws sso login" + profile + ", or get new keys the way that you got these;"
                + " then run it again. Nothing that was done before is lost.";
    }

    private static Explanation unknownKey(String told, Optional<FailedCall> call) {
        return new Explanation(
                "AWS doesn't know these credentials: " + told + ".",
                "'aws sts get-caller-identity"
                        + call.map(FailedCall::profileOption).orElse("")
                        + "' tells whose they are. A region that the account has not opted in to says the same"
                        + call.map(failed -> " (this is " + failed.region() + ")")
                                .orElse("") + ".");
    }

    private static Explanation wrongRegion(String told, Optional<FailedCall> call) {
        return new Explanation(
                "this is the wrong region"
                        + call.map(failed -> ", " + failed.region()).orElse("") + ": " + told + ".",
                "Set the region of the stage in deployment.yml, or give --region.");
    }

    private static Explanation missingRight(String code, String message, Optional<FailedCall> call) {
        var denied = DENIED.matcher(message);
        var found = denied.lookingAt();
        var right = found ? denied.group(2) : call.map(FailedCall::right).orElse("");
        var why = new StringBuilder(found ? denied.group(1) : "whoever these credentials belong to");
        why.append(" lacks the right ").append(right.isEmpty() ? "to do this" : right);
        if (found && denied.group(3) != null) {
            why.append(" on ").append(denied.group(3).replaceAll("[.,]$", ""));
        }
        if (found && denied.group(4) != null) {
            why.append(", because ").append(denied.group(4).strip().replaceAll("\\.$", ""));
        }
        if (!found) {
            why.append(": ")
                    .append(ENCODED.matcher(message).replaceAll("").strip().replaceAll("[. ]+$", ""));
        }
        why.append(" (").append(code).append(").");
        var encoded = ENCODED.matcher(message);
        var more = encoded.find()
                ? " What AWS says about it is encoded: aws sts decode-authorization-message --encoded-message "
                        + encoded.group(1)
                : "";
        return new Explanation(
                        why.toString(),
                        "Ask whoever keeps the roles of the account for " + (right.isEmpty() ? "it" : right)
                                + "; deploy/cloudformation/foundation.yml has the rights that each role needs." + more)
                .lacking(right);
    }
}
