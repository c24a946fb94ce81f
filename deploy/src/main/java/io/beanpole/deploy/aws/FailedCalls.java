package io.beanpole.deploy.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Notes with each failure of a call which call it was. */
final class FailedCalls implements ExecutionInterceptor {
    private final AwsAccess access;

    FailedCalls(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes attributes) {
        var failure = failed.exception();
        if (FailedCall.of(failure).isEmpty()) {
            failure.addSuppressed(new FailedCall(
                    attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                    attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                    access));
        }
        return failure;
    }
}
