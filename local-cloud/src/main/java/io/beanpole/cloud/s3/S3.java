package io.beanpole.cloud.s3;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.wire.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The buckets: S3Proxy on a loopback port of its own, which checks every signature against the local key. */
public final class S3 implements AutoCloseable {
    private static final long LARGEST_OBJECT = 5L * 1024 * 1024 * 1024;
    private static final int CLOCK_SKEW_SECONDS = 15 * 60;

    private final S3Proxy proxy;

    private S3(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /** Starts over the files in {@code directory}; pages of {@code origins} may read and write with presigned URLs. */
    public static S3 start(Path directory, AccessKey key, List<String> origins) {
        try {
            Files.createDirectories(directory);
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(blobStore(directory))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, key.id(), key.secret())
                    .corsRules(cors(origins))
                    .maxSinglePartObjectSize(LARGEST_OBJECT)
                    .v4MaxNonChunkedRequestSize(LARGEST_OBJECT)
                    .maximumTimeSkew(CLOCK_SKEW_SECONDS)
                    .ignoreUnknownHeaders(true)
                    .jettyMaxThreads(200)
                    .stopTimeout(2000)
                    .build();
            proxy.start();
            return new S3(proxy);
        } catch (IOException e) {
            throw new CloudException("The directory of the buckets, " + directory + ", could not be made: " + e, e);
        } catch (Exception e) {
            throw new CloudException("S3 could not be started over " + directory + ": " + e, e);
        }
    }

    private static BlobStore blobStore(Path directory) {
        return new FilesystemNio2BlobStore(directory.toAbsolutePath().toString());
    }

    private static CrossOriginResourceSharing cors(List<String> origins) {
        return new CrossOriginResourceSharing(
                origins.stream().map(java.util.regex.Pattern::quote).toList(),
                List.of("GET", "HEAD", "PUT"),
                List.of("*"),
                List.of("ETag", "Accept-Ranges", "Content-Range", "Content-Length", "Content-Disposition"),
                "");
    }

    /** Where S3Proxy itself listens; for the endpoint only. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new CloudException("S3 could not be stopped: " + e, e);
        }
    }
}
