package io.beanpole.deploy.plan.cloud;

import io.beanpole.deploy.aws.AwsCall;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests to AWS, counted one by one: Elastic Beanstalk throttles accounts, and a plan promises to be modest. */
final class CountedCalls {
    private final AtomicInteger calls = new AtomicInteger();

    int count() {
        return calls.get();
    }

    /** One request. */
    <T> T to(String attempt, Supplier<T> call) {
        calls.incrementAndGet();
        return AwsCall.to(attempt, call);
    }

    /**
     * As many requests as there are pages.
     *
     * @param page asks for the page of a token, null for the first
     * @param next the following token of an answer, null or empty after the last
     */
    <A> List<A> pages(String attempt, Function<@Nullable String, A> page, Function<A, @Nullable String> next) {
        return AwsCall.pages(
                attempt,
                token -> {
                    calls.incrementAndGet();
                    return page.apply(token);
                },
                next);
    }
}
