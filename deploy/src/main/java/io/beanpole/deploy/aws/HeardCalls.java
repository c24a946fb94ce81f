package io.beanpole.deploy.aws;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;

/** Tells listeners of every request, and which right it turned out to have or to lack. */
final class HeardCalls implements ExecutionInterceptor {
    private final List<CallListener> listeners;

    HeardCalls(List<CallListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission call, ExecutionAttributes attributes) {
        var metrics = metrics(call.request());
        listeners.forEach(listener -> listener.sent(service(attributes), operation(attributes), metrics));
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        var right = new Right(service(attributes), operation(attributes)).toString();
        listeners.forEach(listener -> listener.granted(right));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution failed, ExecutionAttributes attributes) {
        if (failed.exception() instanceof AwsServiceException refusal) {
            var right = Refusals.explain(refusal).right();
            if (right != null) {
                listeners.forEach(listener -> listener.refused(right));
            }
        }
    }

    /** Expressions over metrics cost nothing; the metrics that they take do. */
    private static int metrics(SdkRequest request) {
        return request instanceof GetMetricDataRequest asked
                ? (int) asked.metricDataQueries().stream()
                        .filter(query -> query.metricStat() != null)
                        .count()
                : 0;
    }

    private static String service(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
