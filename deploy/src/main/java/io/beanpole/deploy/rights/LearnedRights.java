package io.beanpole.deploy.rights;

import io.beanpole.deploy.aws.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What refusals have taught: a right is missing from its refusal until a call that needs it is answered, or until the
 * lesson is so old that the right may have been given since. Rights are told apart without regard to case, as IAM does
 * (IAM User Guide, "IAM JSON policy elements: Action"): SQS writes them in small letters where it refuses.
 */
public final class LearnedRights implements CallListener {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Instant> refused = new ConcurrentHashMap<>();

    public LearnedRights(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void refused(String right) {
        refused.put(plain(right), clock.instant());
    }

    @Override
    public void granted(String right) {
        refused.remove(plain(right));
    }

    /** Whether this action of IAM was found missing lately. */
    boolean isMissing(String right) {
        var lesson = refused.get(plain(right));
        return lesson != null && lesson.isAfter(clock.instant().minus(REMEMBERED));
    }

    private static String plain(String right) {
        return right.toLowerCase(Locale.ROOT);
    }
}
