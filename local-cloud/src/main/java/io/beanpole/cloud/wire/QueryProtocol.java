package io.beanpole.cloud.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** The query protocol: form parameters in, XML out. */
final class QueryProtocol implements Protocol {
    static final String XML = "text/xml";

    @Override
    public boolean speaks(WireRequest request) {
        return askedBy(request).isPresent();
    }

    static Optional<AwsServices.Asked> askedBy(WireRequest request) {
        QueryParameters parameters = parameters(request);
        String operation = operation(parameters);
        String version = parameters.value("Version");
        return operation == null || version == null
                ? Optional.empty()
                : Optional.of(new AwsServices.Asked(version, operation));
    }

    static Optional<String> parameter(WireRequest request, String name) {
        return Optional.ofNullable(parameters(request).value(name));
    }

    @Override
    public Call call(WireRequest request) {
        QueryParameters parameters = parameters(request);
        String version = parameters.value("Version");
        String operation = operation(parameters);
        return new Call(version == null ? "" : version, operation == null ? "" : operation, parameters::readInto);
    }

    private static QueryParameters parameters(WireRequest request) {
        return QueryParameters.parse(form(request));
    }

    /** The parameters as they were sent, in the body or in the address. */
    static String form(WireRequest request) {
        if (request.method().equals("POST") && request.isForm()) {
            return new String(request.content(), StandardCharsets.UTF_8);
        }
        String query = request.uri().getRawQuery();
        return query == null || !request.method().equals("GET") ? "" : query;
    }

    /** Elastic Beanstalk takes {@code Operation} as well as {@code Action}. */
    private static @Nullable String operation(QueryParameters parameters) {
        String action = parameters.value("Action");
        return action == null ? parameters.value("Operation") : action;
    }

    @Override
    public @Nullable String nameOf(AwsService service) {
        return service.version();
    }

    @Override
    public WireResponse answer(AwsService service, Call call, SdkPojo response, String requestId) {
        String result = call.operation() + "Result";
        XmlBody body = new XmlBody()
                .open(call.operation() + "Response", service.namespace())
                .open(result)
                .fields(response)
                .close(result)
                .open("ResponseMetadata")
                .element("RequestId", requestId)
                .close("ResponseMetadata")
                .close(call.operation() + "Response");
        return new WireResponse(200, Map.of("Content-Type", XML), body.bytes());
    }

    @Override
    public WireResponse error(AwsError error, String requestId) {
        XmlBody body = new XmlBody()
                .open("ErrorResponse")
                .open("Error")
                .element("Type", error.isFault() ? "Receiver" : "Sender")
                .element("Code", error.code())
                .element("Message", String.valueOf(error.getMessage()))
                .close("Error")
                .element("RequestId", requestId)
                .close("ErrorResponse");
        return new WireResponse(error.status(), Map.of("Content-Type", XML), body.bytes());
    }

    @Override
    public AwsError unknown(String message) {
        return new AwsError("InvalidAction", 400, message);
    }
}
