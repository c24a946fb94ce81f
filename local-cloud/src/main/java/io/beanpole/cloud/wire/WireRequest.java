package io.beanpole.cloud.wire;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One HTTP request to an AWS service, its body in memory. */
public record WireRequest(String method, URI uri, Headers headers, byte[] body) {
    /** The largest body that is read, as sent and as unpacked; AWS's own limits are all below it. */
    public static final int MAX_BODY = 16 * 1024 * 1024;

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    public boolean isForm() {
        String type = header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The body, unpacked where the client packed it: the SDK gzips large PutMetricData requests. */
    byte[] content() {
        if (!"gzip".equalsIgnoreCase(header("Content-Encoding"))) {
            return body;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] content = unpacked.readNBytes(MAX_BODY + 1);
            if (content.length > MAX_BODY) {
                throw new AwsError("RequestEntityTooLarge", 413, "The unpacked body is larger than 16 MB.");
            }
            return content;
        } catch (IOException e) {
            throw new AwsError("SerializationException", 400, "The body says gzip but cannot be unpacked: " + e + ".");
        }
    }
}
