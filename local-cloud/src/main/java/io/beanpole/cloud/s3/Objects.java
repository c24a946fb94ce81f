package io.beanpole.cloud.s3;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.wire.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/**
 * Buckets and objects: an S3Proxy that stands behind the endpoint. It checks signatures, so a presigned address opens
 * just what was signed. Pages served on this machine may read and put (CORS), as a bucket's rules would allow on AWS.
 */
public final class Objects implements AutoCloseable {
    private static final List<String> PAGES_ON_THIS_MACHINE =
            List.of("http://127\\.0\\.0\\.1:\\d+", "http://localhost:\\d+");

    private final S3Proxy server;

    private Objects(S3Proxy server) {
        this.server = server;
    }

    /**
     * Starts it; returns when it answers.
     *
     * @param directory where objects are kept
     */
    public static Objects start(Path directory, AccessKey key) {
        try {
            Files.createDirectories(directory);
            Properties properties = new Properties();
            properties.setProperty("jclouds.filesystem.basedir", directory.toString());
            BlobStore store = BlobStores.create("filesystem-nio2", properties);
            S3Proxy server = S3Proxy.builder()
                    .blobStore(store)
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, key.id(), key.secret())
                    .corsRules(pagesOnThisMachine())
                    .ignoreUnknownHeaders(true)
                    .build();
            server.setBlobStoreLocator((identity, container, blob) -> key.secretOf(identity)
                    .map(secret -> new AccessGrant(secret, store))
                    .orElse(null));
            server.start();
            return new Objects(server);
        } catch (IOException e) {
            throw new CloudException("Tried to keep objects in " + directory + ": " + e.getMessage(), e);
        } catch (Exception e) { // S3Proxy.start() declares no less
            throw new CloudException("Tried to start S3: " + e.getMessage(), e);
        }
    }

    private static CrossOriginResourceSharing pagesOnThisMachine() {
        return new CrossOriginResourceSharing(
                PAGES_ON_THIS_MACHINE,
                List.of("GET", "PUT", "HEAD"),
                List.of("*"),
                List.of("ETag", "Content-Range", "Accept-Ranges", "Content-Length"),
                "");
    }

    /** Where the endpoint reaches it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // S3Proxy.stop() declares no less
            throw new CloudException("Tried to stop S3: " + e.getMessage(), e);
        }
    }
}
