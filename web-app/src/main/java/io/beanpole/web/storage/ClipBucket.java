package io.beanpole.web.storage;

import io.beanpole.web.WebProperties;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Makes addresses of the clip bucket that a browser may use for a while. Nothing is asked of S3 for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html">Presigned URLs</a>
 */
@Component
public class ClipBucket {
    private static final Duration PUT_LASTS = Duration.ofMinutes(15);
    private static final Duration GET_LASTS = Duration.ofHours(1);

    private final S3Presigner presigner;
    private final String bucket;

    ClipBucket(S3Presigner presigner, WebProperties properties) {
        this.presigner = presigner;
        this.bucket = properties.clipBucket();
    }

    /** Gives an address that takes one object of exactly this key, type and size (bytes), for 15 minutes. */
    public PutAddress put(String key, String contentType, long size) {
        PresignedPutObjectRequest signed = presigner.presignPutObject(presign -> presign.signatureDuration(PUT_LASTS)
                .putObjectRequest(put ->
                        put.bucket(bucket).key(key).contentType(contentType).contentLength(size)));
        Map<String, String> headers = signed.signedHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                .filter(header -> !header.getKey().equalsIgnoreCase("content-length"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
        return new PutAddress(URI.create(signed.url().toString()), headers, signed.expiration());
    }

    /** Gives an address that shows an object for an hour; {@code disposition} is what the browser does with it. */
    public URI get(String key, String disposition) {
        return URI.create(presigner
                .presignGetObject(presign -> presign.signatureDuration(GET_LASTS)
                        .getObjectRequest(get -> get.bucket(bucket).key(key).responseContentDisposition(disposition)))
                .url()
                .toString());
    }

    /** Scheme, host and port that a page must be allowed to reach for clips. */
    public String origin() {
        URI any = get("origin", "inline");
        return any.getScheme() + "://" + any.getAuthority();
    }

    /**
     * Where and how to put a clip.
     *
     * @param headers to send besides Content-Length; they are signed
     */
    public record PutAddress(URI url, Map<String, String> headers, Instant expiresAt) {}
}
