package io.beanpole.worker;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3Proxy with one bucket; one for all tests, gone with the JVM. */
public final class TestBucket {
    public static final String NAME = "clips";
    public static final String KEY = "test";
    public static final String SECRET = "test-secret";

    private static final URI ENDPOINT = start();
    private static final S3Client CLIENT = S3Client.builder()
            .endpointOverride(ENDPOINT)
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
            .build();

    static {
        CLIENT.createBucket(request -> request.bucket(NAME));
    }

    private TestBucket() {}

    private static URI start() {
        try {
            S3Proxy proxy = S3Proxy.builder()
                    .blobStore(new TransientNio2BlobStore())
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                    .ignoreUnknownHeaders(true)
                    .build();
            proxy.start();
            return URI.create("http://127.0.0.1:" + proxy.getPort());
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not start", e);
        }
    }

    public static URI endpoint() {
        return ENDPOINT;
    }

    public static S3Client client() {
        return CLIENT;
    }

    public static void put(String key, Path file) {
        CLIENT.putObject(request -> request.bucket(NAME).key(key), file);
    }

    public static Path get(String key, Path to) {
        CLIENT.getObject(request -> request.bucket(NAME).key(key), to);
        return to;
    }
}
