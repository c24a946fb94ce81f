package io.beanpole.cloud.wire;

import io.beanpole.cloud.CloudException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.protocols.core.ExceptionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Code and status of every exception of a service's model, as the SDK's own client knows them. More than half of the
 * codes differ from the name of the exception, so they are asked for and never spelled out.
 */
final class ModelledErrors {
    private static final Map<Package, Map<Class<?>, Entry>> TABLES = new ConcurrentHashMap<>();
    private static final int BAD_REQUEST = 400;

    /** What goes over the wire for one exception. */
    record Entry(String code, int status) {}

    private ModelledErrors() {}

    static Entry of(Class<? extends AwsServiceException> modelled) {
        Entry entry = TABLES.computeIfAbsent(modelled.getPackage(), unused -> tableOf(modelled))
                .get(modelled);
        return entry != null ? entry : byName(modelled);
    }

    private static Entry byName(Class<?> modelled) {
        return new Entry(modelled.getSimpleName(), BAD_REQUEST);
    }

    private static Map<Class<?>, Entry> tableOf(Class<? extends AwsServiceException> modelled) {
        try (SdkClient client = clientOf(modelled)) {
            Map<Class<?>, Entry> table = new HashMap<>();
            for (ExceptionMetadata each : registered(client)) {
                put(table, each);
            }
            if (table.isEmpty()) {
                mapperOf(client).ifPresent(mapper -> put(table, mapper, modelled));
            }
            return table;
        } catch (ReflectiveOperationException e) {
            throw new CloudException(
                    "The AWS SDK's table of errors for " + modelled.getName() + " could not be read: "
                            + ". Use the SDK version that the parent pom pins.",
                    e);
        }
    }

    private static void put(Map<Class<?>, Entry> table, ExceptionMetadata each) {
        Class<?> type = each.exceptionBuilderSupplier().get().getClass().getEnclosingClass();
        Integer status = each.httpStatusCode();
        table.put(type, new Entry(each.errorCode(), status == null ? BAD_REQUEST : status));
    }

    /** Clients of JSON services keep the table in a function of the code, which there is the name of the shape. */
    private static void put(Map<Class<?>, Entry> table, Method mapper, Class<?> sibling) {
        for (Class<?> type : ModelClasses.exceptionsBeside(sibling)) {
            try {
                Optional<?> found = (Optional<?>) mapper.invoke(null, type.getSimpleName());
                found.ifPresent(metadata -> put(table, (ExceptionMetadata) metadata));
            } catch (ReflectiveOperationException e) {
                throw new CloudException("The error code of " + type.getName() + " could not be read.", e);
            }
        }
    }

    private static List<ExceptionMetadata> registered(SdkClient client) throws ReflectiveOperationException {
        Object factory = valueOf(client, client.getClass(), "protocolFactory");
        for (Class<?> type = factory.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("modeledExceptions")) {
                    return ((List<?>) valueOf(factory, type, field.getName()))
                            .stream().map(ExceptionMetadata.class::cast).toList();
                }
            }
        }
        return List.of();
    }

    private static Object valueOf(Object owner, Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    private static Optional<Method> mapperOf(SdkClient client) {
        for (Method method : client.getClass().getDeclaredMethods()) {
            if (method.isSynthetic()
                    && method.getReturnType() == Optional.class
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == String.class) {
                method.setAccessible(true);
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private static SdkClient clientOf(Class<?> modelled) throws ReflectiveOperationException {
        String root = modelled.getSuperclass().getSimpleName();
        String name = modelled.getPackageName().replaceFirst("model$", "")
                + root.substring(0, root.length() - "Exception".length()) + "Client";
        Object builder = Class.forName(name).getMethod("builder").invoke(null);
        ((AwsSyncClientBuilder<?, ?>) builder).httpClient(new NoNetwork());
        AwsClientBuilder<?, ?> settings = (AwsClientBuilder<?, ?>) builder;
        settings.region(Region.US_EAST_1);
        settings.credentialsProvider(AnonymousCredentialsProvider.create());
        return (SdkClient) settings.build();
    }

    /** The client is only asked for its table; it must never call anyone. */
    private static final class NoNetwork implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            throw new CloudException("This client only lends its table of errors.");
        }

        @Override
        public void close() {}
    }
}
