package io.beanpole.deploy.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Tells a clock what time each answer says that it is there. */
record HeardDates(CloudClock clock) implements ExecutionInterceptor {
    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        in(context.httpResponse()).ifPresent(clock::heard);
    }

    /** The time that an answer says; empty for a server that writes none, or in another way. */
    static Optional<Instant> in(SdkHttpResponse answer) {
        return answer.firstMatchingHeader("Date").flatMap(HeardDates::instant);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
