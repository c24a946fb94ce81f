package io.beanpole.cloud.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;

/** All services of the wire layer: finds the operation of a request, lets it answer, and translates errors once. */
public final class AwsServices {
    private static final Logger LOG = LoggerFactory.getLogger(AwsServices.class);
    private static final List<Protocol> PROTOCOLS =
            List.of(TreeProtocol.CBOR, TreeProtocol.JSON, new Ec2Protocol(), new QueryProtocol());

    private final AccessKey key;
    private final List<AwsService> services;

    public AwsServices(AccessKey key, List<AwsService> services) {
        this.key = key;
        this.services = List.copyOf(services);
    }

    /** What a request asks for, before anything is looked up; empty in a form that names no action. */
    public static Optional<Asked> askedBy(WireRequest request) {
        String target = request.header("X-Amz-Target");
        if (TreeProtocol.CBOR.speaks(request) || target == null) {
            return QueryProtocol.askedBy(request);
        }
        int dot = target.lastIndexOf('.');
        return Optional.of(new Asked(target.substring(0, Math.max(0, dot)), target.substring(dot + 1)));
    }

    /** A service by its name on the wire, such as {@code AmazonSQS} or the version {@code 2012-11-05}, and an action. */
    public record Asked(String service, String action) {}

    /** A parameter of a request in the query protocol. */
    public static Optional<String> parameter(WireRequest request, String name) {
        return QueryProtocol.parameter(request, name);
    }

    /** Whether the request is in one of the protocols of the wire layer; everything else is S3's. */
    public static boolean speaks(WireRequest request) {
        return PROTOCOLS.stream().anyMatch(each -> each.speaks(request));
    }

    /**
     * The refusal of a request that isn't signed with our key or is over a limit, for services behind the wire layer;
     * else empty.
     *
     * @param limits throws {@link AwsError} to refuse
     */
    public Optional<WireResponse> refusal(WireRequest request, Consumer<WireRequest> limits) {
        try {
            key.require(request);
            limits.accept(request);
            return Optional.empty();
        } catch (AwsError error) {
            String requestId = UUID.randomUUID().toString();
            return Optional.of(identified(protocolOf(request).error(error, requestId), requestId));
        }
    }

    /** The refusal of a request of which not even the protocol can be told. */
    public static WireResponse refusal(AwsError error) {
        String requestId = UUID.randomUUID().toString();
        return identified(new QueryProtocol().error(error, requestId), requestId);
    }

    public WireResponse answer(WireRequest request) {
        String requestId = UUID.randomUUID().toString();
        Protocol protocol = protocolOf(request);
        WireResponse response = RequestIds.during(requestId, () -> answer(protocol, request, requestId));
        return identified(response, requestId);
    }

    private WireResponse answer(Protocol protocol, WireRequest request, String requestId) {
        Protocol.Call call = null;
        try {
            call = protocol.call(request);
            AwsService service = serviceOf(protocol, call);
            Operation<?> operation = service.operation(call.operation());
            String role = operation == null || operation.signed() ? key.require(request) : null;
            if (operation == null) {
                service.refuseUnheld(call.operation());
                throw protocol.unknown("The local cloud has no operation " + call.operation() + " of " + service.name()
                        + ". It has " + String.join(", ", service.operations().keySet()) + ".");
            }
            Consumer<SdkPojo> arguments = call.arguments();
            SdkPojo response = Caller.during(role, () -> operation.answer(arguments));
            return protocol.answer(service, call, response, requestId);
        } catch (AwsError error) {
            return protocol.error(error, requestId);
        } catch (RuntimeException e) {
            String wanted = call == null ? "A request" : call.operation();
            LOG.error("{} failed, request {}", wanted, requestId, e);
            return protocol.error(new AwsError("InternalFailure", 500, wanted + " failed: " + e), requestId);
        }
    }

    private AwsService serviceOf(Protocol protocol, Protocol.Call call) {
        for (AwsService service : services) {
            if (call.service().equals(protocol.nameOf(service))) {
                return service;
            }
        }
        throw protocol.unknown("The local cloud has no service '" + call.service() + "', so no operation "
                + call.operation() + ". It has "
                + String.join(", ", services.stream().map(AwsService::name).toList()) + ".");
    }

    private static Protocol protocolOf(WireRequest request) {
        return PROTOCOLS.stream()
                .filter(each -> each.speaks(request))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a request in a protocol of AWS: " + request.uri()));
    }

    /** What the service is called in sentences: {@code SNS} for {@code 2010-03-31}. */
    public String nameOf(Asked asked) {
        for (AwsService service : services) {
            if (asked.service().equals(service.version()) || asked.service().equals(service.target())) {
                return service.name();
            }
        }
        return asked.service();
    }

    private static WireResponse identified(WireResponse response, String requestId) {
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.put("x-amzn-RequestId", requestId);
        return new WireResponse(response.status(), headers, response.body());
    }
}
