package io.beanpole.deploy.aws;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Tells of each call that changes something, just before it is made. */
final class CopiedCalls implements ExecutionInterceptor {
    /** Operations that only look are called so in all services that are used here. */
    private static final Pattern LOOKS =
            Pattern.compile("(Describe|Get|List|Head|BatchGet|BatchCheck|Check|Retrieve|Validate|Lookup).*");

    private final AwsCommand command;
    private final Consumer<String> lines;

    CopiedCalls(AwsCommand command, Consumer<String> lines) {
        this.command = command;
        this.lines = lines;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!LOOKS.matcher(operation).matches()) {
            lines.accept(
                    command.of(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME), operation, call.request()));
        }
    }
}
