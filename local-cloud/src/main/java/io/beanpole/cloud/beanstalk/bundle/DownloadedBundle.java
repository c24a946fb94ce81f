package io.beanpole.cloud.beanstalk.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;

/** A source bundle in a temporary file that goes when it is closed; it is never in memory as a whole. */
record DownloadedBundle(Path file) implements AutoCloseable {

    /** @throws BundleException in AWS's words when S3 doesn't give it, or it is too large */
    static DownloadedBundle of(BundleLocation location, S3Client s3) {
        try {
            Path file = Files.createTempFile("bundle-", ".zip");
            DownloadedBundle downloaded = new DownloadedBundle(file);
            try {
                downloaded.fetch(location, s3);
                return downloaded;
            } catch (SdkException | IOException e) {
                downloaded.close();
                throw new BundleException(
                        "Unable to download from S3 location (Bucket: " + location.bucket() + "  Key: " + location.key()
                                + "). Reason: " + e.getMessage(),
                        e);
            } catch (BundleException e) {
                downloaded.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Making a temporary file for a source bundle failed", e);
        }
    }

    private void fetch(BundleLocation location, S3Client s3) throws IOException {
        long size = s3.headObject(request -> request.bucket(location.bucket()).key(location.key()))
                .contentLength();
        if (size > BundleArchive.LARGEST) {
            throw new BundleException(
                    "Source bundle is empty or exceeds maximum allowed size: " + BundleArchive.LARGEST + ".");
        }
        s3.getObject(
                request -> request.bucket(location.bucket()).key(location.key()),
                ResponseTransformer.toOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Deleting " + file + " failed", e);
        }
    }
}
