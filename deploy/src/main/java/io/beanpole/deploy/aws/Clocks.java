package io.beanpole.deploy.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Refusals for a clock that is wrong: a signature is good for a quarter of an hour around its time. */
final class Clocks {
    private static final Set<String> CODES = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");
    private static final Pattern EXPIRED_SIGNATURE =
            Pattern.compile("(?s).*(Signature expired|Signature not yet current|request time.*too skewed).*");

    private Clocks() {}

    static boolean isSkewed(String code, String message) {
        return CODES.contains(code) || EXPIRED_SIGNATURE.matcher(message).matches();
    }

    /** Says both times, AWS's from the Date header of its answer. */
    static Explanation explain(AwsServiceException refusal, String told) {
        var here = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var there = timeOf(refusal);
        var times = there.map(time -> ": here it is " + here + ", for AWS " + time + ", which is "
                        + words(Duration.between(time, here)))
                .orElse(": here it is " + here);
        return new Explanation(
                "the clock of this machine is not AWS's" + times + ". AWS said: " + told + ".",
                "Set the clock, by 'timedatectl set-ntp true' for instance, and run it again.");
    }

    private static Optional<Instant> timeOf(AwsServiceException refusal) {
        var details = refusal.awsErrorDetails();
        if (details == null || details.sdkHttpResponse() == null) {
            return Optional.empty();
        }
        return HeardDates.in(details.sdkHttpResponse());
    }

    private static String words(Duration ahead) {
        var minutes = ahead.abs().toMinutes();
        return (minutes == 0 ? ahead.abs().toSeconds() + " s" : minutes + " min")
                + (ahead.isNegative() ? " later than here" : " earlier than here");
    }
}
