package io.beanpole.deploy.fleet;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.aws.AwsCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one reading, counted: Elastic Beanstalk throttles an account as a whole, so that a window that watches
 * must leave room for those who deploy.
 */
final class Requests {
    private final int most;
    private final List<String> notTold = new ArrayList<>();
    private int made;

    Requests(int most) {
        this.most = most;
    }

    int made() {
        return made;
    }

    /** How many more may be made by what can wait. */
    int left() {
        return most - made;
    }

    List<String> notTold() {
        return notTold;
    }

    <T> T to(String attempt, Supplier<T> request) {
        made++;
        return AwsCall.to(attempt, request);
    }

    <A> List<A> pages(String attempt, Function<@Nullable String, A> page, Function<A, @Nullable String> next) {
        return AwsCall.pages(
                attempt,
                token -> {
                    made++;
                    return page.apply(token);
                },
                next);
    }

    /** A part that the rest can do without: its failure is told beside what was read. */
    <T> Optional<T> optional(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (DeployException e) {
            notTold.add(e.getMessage());
            return Optional.empty();
        }
    }
}
