package io.beanpole.cloud.wire;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** The protocols whose bodies are trees: AWS JSON 1.0 and 1.1, and Smithy RPC v2 CBOR. */
enum TreeProtocol implements Protocol {
    JSON(JsonMapper.builder().build(), Map.of("Content-Type", "application/x-amz-json-1.1")) {
        @Override
        public boolean speaks(WireRequest request) {
            return request.header("X-Amz-Target") != null;
        }

        @Override
        Call call(WireRequest request, JsonNode body) {
            String target = request.header("X-Amz-Target");
            int dot = target == null ? -1 : target.lastIndexOf('.');
            if (target == null || dot < 0) {
                throw unknown("X-Amz-Target '" + target + "' is not of the form Service.Operation.");
            }
            return new Call(target.substring(0, dot), target.substring(dot + 1), at -> TreeBody.readInto(at, body));
        }
    },
    CBOR(CBORMapper.builder().build(), Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor")) {
        private static final Pattern PATH = Pattern.compile(".*/service/([^/]+)/operation/([^/]+)/?");

        @Override
        public boolean speaks(WireRequest request) {
            return "rpc-v2-cbor".equals(request.header("smithy-protocol"));
        }

        @Override
        Call call(WireRequest request, JsonNode body) {
            Matcher path = PATH.matcher(request.uri().getPath());
            if (!path.matches()) {
                throw unknown(request.uri().getPath() + " is not of the form /service/Service/operation/Operation.");
            }
            return new Call(path.group(1), path.group(2), at -> TreeBody.readInto(at, body));
        }
    };

    private final ObjectMapper mapper;
    private final Map<String, String> headers;

    TreeProtocol(ObjectMapper mapper, Map<String, String> headers) {
        this.mapper = mapper;
        this.headers = headers;
    }

    abstract Call call(WireRequest request, JsonNode body);

    @Override
    public Call call(WireRequest request) {
        byte[] content = request.content();
        try {
            JsonNode body = content.length == 0 ? mapper.createObjectNode() : mapper.readTree(content);
            return call(request, body);
        } catch (JacksonException e) {
            throw new AwsError(
                    "SerializationException", 400, "The body is not " + this + ": " + e.getOriginalMessage() + ".");
        }
    }

    @Override
    public @Nullable String nameOf(AwsService service) {
        return service.target();
    }

    @Override
    public WireResponse answer(AwsService service, Call call, SdkPojo response, String requestId) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator out = mapper.createGenerator(body)) {
            TreeBody.write(out, response);
        }
        return new WireResponse(200, headers, body.toByteArray());
    }

    @Override
    public WireResponse error(AwsError error, String requestId) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator out = mapper.createGenerator(body)) {
            out.writeStartObject();
            out.writeStringProperty("__type", error.code());
            out.writeStringProperty("message", error.getMessage());
            out.writeEndObject();
        }
        return new WireResponse(error.status(), headers, body.toByteArray());
    }

    @Override
    public AwsError unknown(String message) {
        return new AwsError("UnknownOperationException", 400, message);
    }
}
