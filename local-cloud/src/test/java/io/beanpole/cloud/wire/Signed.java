package io.beanpole.cloud.wire;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests that a test writes by hand, signed by the AWS SDK's own signer. */
public final class Signed {
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "content-length");

    private Signed() {}

    /** The request as it goes over the wire, with all headers. */
    static SdkHttpRequest request(AccessKey key, String service, SdkHttpFullRequest request, Clock clock) {
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(AwsCredentialsIdentity.create(key.id(), key.secret()))
                        .request(request)
                        .payload(request.contentStreamProvider().orElse(null))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-2")
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }

    /** A POST to {@code uri}, ready to be sent. */
    public static HttpRequest post(AccessKey key, String service, URI uri, Map<String, String> headers, byte[] body) {
        SdkHttpFullRequest.Builder unsigned = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri)
                .contentStreamProvider(() -> new ByteArrayInputStream(body));
        headers.forEach(unsigned::putHeader);
        HttpRequest.Builder signed = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        request(key, service, unsigned.build(), Clock.systemUTC()).forEachHeader((name, values) -> {
            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> signed.header(name, value));
            }
        });
        return signed.build();
    }
}
