package io.beanpole.cloud.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The query protocol as EC2 alone speaks it: lists are numbered without a name between, and answers and errors have
 * elements of their own. Told from the other by EC2's version.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html">AWS EC2 query protocol</a>
 */
final class Ec2Protocol implements Protocol {
    static final String VERSION = "2016-11-15";

    private final QueryProtocol query = new QueryProtocol();

    @Override
    public boolean speaks(WireRequest request) {
        return QueryProtocol.askedBy(request)
                .filter(asked -> asked.service().equals(VERSION))
                .isPresent();
    }

    @Override
    public Call call(WireRequest request) {
        Call asked = query.call(request);
        return new Call(
                asked.service(),
                asked.operation(),
                QueryParameters.parseFlattened(QueryProtocol.form(request))::readInto);
    }

    @Override
    public @Nullable String nameOf(AwsService service) {
        return query.nameOf(service);
    }

    @Override
    public WireResponse answer(AwsService service, Call call, SdkPojo response, String requestId) {
        XmlBody body = new XmlBody()
                .open(call.operation() + "Response", service.namespace())
                .element("requestId", requestId)
                .fields(response)
                .close(call.operation() + "Response");
        return new WireResponse(200, Map.of("Content-Type", QueryProtocol.XML), body.bytes());
    }

    @Override
    public WireResponse error(AwsError error, String requestId) {
        XmlBody body = new XmlBody()
                .open("Response")
                .open("Errors")
                .open("Error")
                .element("Code", error.code())
                .element("Message", String.valueOf(error.getMessage()))
                .close("Error")
                .close("Errors")
                .element("RequestID", requestId)
                .close("Response");
        return new WireResponse(error.status(), Map.of("Content-Type", QueryProtocol.XML), body.bytes());
    }

    @Override
    public AwsError unknown(String message) {
        return query.unknown(message);
    }
}
