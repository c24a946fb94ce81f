package io.beanpole.cloud.wire;

import io.beanpole.cloud.CloudException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A service's operations, each a function from the SDK's request class to its response class. Register all of them
 * before the service is handed to {@link AwsServices}.
 */
public final class AwsService {
    private final String name;
    private final Map<String, Operation<?>> operations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable String version;
    private @Nullable String target;
    private @Nullable Unheld unheld;
    private String namespace;

    private AwsService(String name) {
        this.name = name;
        this.namespace = "";
    }

    /** A service whose name stands in sentences, such as {@code SNS}. */
    public static AwsService named(String name) {
        return new AwsService(name);
    }

    /** Speaks the query protocol; requests carry {@code Version=version}. */
    public AwsService version(String version) {
        this.version = version;
        this.namespace = "http://" + name.toLowerCase(Locale.ROOT) + ".amazonaws.com/doc/" + version + "/";
        return this;
    }

    /** Speaks JSON ({@code X-Amz-Target: target.Operation}) and CBOR ({@code /service/target/operation/Operation}). */
    public AwsService target(String target) {
        this.target = target;
        return this;
    }

    /** The XML namespace of the query protocol's answers, where it isn't the usual one. */
    public AwsService namespace(String namespace) {
        this.namespace = namespace;
        return this;
    }

    /** Answers the operation of {@code request} with {@code handler}, which throws {@link AwsError} to refuse. */
    public <Q extends AwsRequest> AwsService on(Class<Q> request, Function<Q, ? extends SdkPojo> handler) {
        return add(Operation.of(request, handler, true));
    }

    /** Like {@link #on}, for the few operations that AWS lets anyone call without a signature. */
    public <Q extends AwsRequest> AwsService onUnsigned(Class<Q> request, Function<Q, ? extends SdkPojo> handler) {
        return add(Operation.of(request, handler, false));
    }

    /** Marks an operation that was registered before as answered in part; {@code missing} says what is not there. */
    public AwsService lacks(Class<? extends AwsRequest> request, String missing) {
        return mark(request, Support.partial(missing));
    }

    /** Answers the operation of {@code request} with an AWS error: {@code why} says what to do instead. */
    public <Q extends AwsRequest> AwsService refuses(Class<Q> request, String code, int status, String why) {
        on(request, refused -> {
            throw new AwsError(code, status, why);
        });
        return mark(
                request, Support.refused(why.substring(why.indexOf(": ") + 1).strip()));
    }

    /**
     * Refuses every operation of {@code client} that was not registered before, with the code {@code
     * UnsupportedOperation}: {@code why} says what there is instead.
     */
    public AwsService refusesTheRest(Class<? extends SdkClient> client, String why) {
        for (Class<? extends AwsRequest> request : ModelClasses.requests(client)) {
            if (!operations.containsKey(Operation.nameOf(request))) {
                refuses(request, "UnsupportedOperation", 400, Operation.nameOf(request) + " is refused: " + why);
            }
        }
        return this;
    }

    /**
     * The same for a model of hundreds of operations, which isn't gone through until somebody asks for one of them.
     *
     * @param client whose model it is
     */
    public AwsService leavesOut(Class<? extends SdkClient> client, String why) {
        unheld = new Unheld(client, why);
        return this;
    }

    /** Refuses an operation that the model has and this service leaves out. */
    void refuseUnheld(String operation) {
        if (unheld != null && ModelClasses.has(unheld.client(), operation)) {
            throw new AwsError("UnsupportedOperation", 400, operation + " is refused: " + unheld.why());
        }
    }

    /** How operations without a handler are answered. */
    Support unheld() {
        return Support.refused(unheld == null ? "" : unheld.why());
    }

    private AwsService mark(Class<? extends AwsRequest> request, Support support) {
        String operation = Operation.nameOf(request);
        Operation<?> known = operations.get(operation);
        if (known == null) {
            throw new CloudException(name + " has no handler for " + operation + ", of which a part could be missing.");
        }
        operations.put(operation, known.with(support));
        return this;
    }

    private AwsService add(Operation<?> operation) {
        if (operations.putIfAbsent(operation.name(), operation) != null) {
            throw new CloudException(name + " has two handlers for " + operation.name() + ".");
        }
        return this;
    }

    public String name() {
        return name;
    }

    @Nullable
    String version() {
        return version;
    }

    @Nullable
    String target() {
        return target;
    }

    String namespace() {
        return namespace;
    }

    /** Model class names differ from wire names in capitals, so operations are found without regard to case. */
    @Nullable
    Operation<?> operation(String wireName) {
        return operations.get(wireName);
    }

    /** The operations that have a handler. */
    public Map<String, Operation<?>> operations() {
        return Collections.unmodifiableMap(operations);
    }

    /** The operations of a model that have no handler. */
    private record Unheld(Class<? extends SdkClient> client, String why) {}
}
