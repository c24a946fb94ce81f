package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.s3.Objects;
import io.beanpole.cloud.wire.AccessKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Bundles in a real S3. */
final class BundleShelf implements AutoCloseable {
    static final String IMAGE = """
            {"AWSEBDockerrunVersion": "1", "Image": {"Name": "r/app:1"}, "Ports": [{"ContainerPort": 8080}]}
            """;

    private static final String BUCKET = "bundles";

    private final Objects objects;
    final S3Client s3;

    BundleShelf(Path directory) {
        objects = Objects.start(directory, new AccessKey("LOCALKEY", "local-secret"));
        s3 = S3Client.builder()
                .forcePathStyle(true)
                .endpointOverride(objects.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("LOCALKEY", "local-secret")))
                .build();
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    BundleLocation put(byte[] bundle) {
        s3.putObject(request -> request.bucket(BUCKET).key("v1.zip"), RequestBody.fromBytes(bundle));
        return new BundleLocation("v1", BUCKET, "v1.zip");
    }

    BundleLocation put(Map<String, String> files) {
        return put(zip(files));
    }

    /** With an image to run and these files of .ebextensions and others. */
    SourceBundle bundle(Map<String, String> files) {
        Map<String, String> all = new java.util.TreeMap<>(files);
        all.put("Dockerrun.aws.json", IMAGE);
        return SourceBundle.of(put(all), s3);
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        s3.close();
        objects.close();
    }
}
