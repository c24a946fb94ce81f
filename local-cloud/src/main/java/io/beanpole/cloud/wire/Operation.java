package io.beanpole.cloud.wire;

import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

/** One operation: how its request is built and who answers it. */
public record Operation<Q extends AwsRequest>(
        String name, Class<Q> request, Function<Q, ? extends SdkPojo> handler, boolean signed, Support support) {
    private static final String SUFFIX = "Request";

    static <Q extends AwsRequest> Operation<Q> of(
            Class<Q> request, Function<Q, ? extends SdkPojo> handler, boolean signed) {
        return new Operation<>(nameOf(request), request, handler, signed, Support.FULL);
    }

    static String nameOf(Class<? extends AwsRequest> request) {
        String type = request.getSimpleName();
        return type.substring(0, type.length() - SUFFIX.length());
    }

    Operation<Q> with(Support next) {
        return new Operation<>(name, request, handler, signed, next);
    }

    SdkPojo answer(Consumer<SdkPojo> arguments) {
        SdkPojo builder = ModelClasses.builderOf(request);
        arguments.accept(builder);
        return handler.apply(request.cast(ModelClasses.built(builder)));
    }
}
