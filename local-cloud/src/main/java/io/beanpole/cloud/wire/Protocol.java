package io.beanpole.cloud.wire;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** One of AWS's wire protocols: finds the operation in a request, and writes answers and errors. */
interface Protocol {
    boolean speaks(WireRequest request);

    Call call(WireRequest request);

    /** What this protocol calls the service in its requests; null for a service that doesn't speak it. */
    @Nullable
    String nameOf(AwsService service);

    WireResponse answer(AwsService service, Call call, SdkPojo response, String requestId);

    WireResponse error(AwsError error, String requestId);

    /** AWS's code, in this protocol, for an operation that isn't there. */
    AwsError unknown(String message);

    /** The operation that a request asks for, and how its arguments get into the model's builder. */
    record Call(String service, String operation, Consumer<SdkPojo> arguments) {}
}
