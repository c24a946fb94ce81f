package io.beanpole.cloud.wire;

import io.beanpole.cloud.CloudException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** The SDK's model classes by reflection: their builders, and the exceptions of a service. */
final class ModelClasses {
    private ModelClasses() {}

    static SdkPojo builderOf(Class<?> model) {
        try {
            return (SdkPojo) model.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new CloudException(model.getName() + " has no builder; it is no model class of the AWS SDK.", e);
        }
    }

    static Object built(SdkPojo builder) {
        return ((Buildable) builder).build();
    }

    /** The request classes of a client's operations, each once. */
    static Set<Class<? extends AwsRequest>> requests(Class<?> client) {
        Set<Class<? extends AwsRequest>> requests = new LinkedHashSet<>();
        for (Method method : client.getMethods()) {
            if (method.getParameterCount() > 0 && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
                requests.add(method.getParameterTypes()[0].asSubclass(AwsRequest.class));
            }
        }
        return requests;
    }

    /** Whether a client's model has an operation; looks for its class and goes through no others. */
    static boolean has(Class<?> client, String operation) {
        try {
            String name = client.getPackageName() + ".model." + operation + "Request";
            Class<?> request = Class.forName(name, false, client.getClassLoader());
            return AwsRequest.class.isAssignableFrom(request);
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // a name of no operation, or one in other capitals
        }
    }

    /** The exceptions that the operations of the sibling's service declare. */
    static List<Class<?>> exceptionsBeside(Class<?> sibling) {
        String root = sibling.getSuperclass().getSimpleName();
        String client = sibling.getPackageName().replaceFirst("model$", "")
                + root.substring(0, root.length() - "Exception".length()) + "Client";
        Set<Class<?>> found = new LinkedHashSet<>();
        try {
            for (Method method : Class.forName(client).getMethods()) {
                for (Class<?> thrown : method.getExceptionTypes()) {
                    if (AwsServiceException.class.isAssignableFrom(thrown)
                            && thrown.getPackage() == sibling.getPackage()) {
                        found.add(thrown);
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            throw new CloudException("The AWS SDK has no client " + client + ".", e);
        }
        return new ArrayList<>(found);
    }
}
