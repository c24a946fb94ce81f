package io.beanpole.cloud.beanstalk.bundle;

import io.beanpole.cloud.CloudException;
import io.beanpole.cloud.instance.Dockerrun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** What a version's source bundle says: its Dockerrun file and its .ebextensions. */
public record SourceBundle(Dockerrun dockerrun, Extensions extensions) {
    private static final String DOCKERRUN = "Dockerrun.aws.json";
    private static final long LARGEST_BUNDLE = 512L * 1024 * 1024;
    private static final int LARGEST_TEXT = 1024 * 1024;

    /** What AWS would do with the bundle and isn't done here, or can't be. */
    public BundleFindings findings() {
        return new BundleFindings(extensions.faults(), extensions.notes());
    }

    /**
     * Downloads and reads it.
     *
     * @throws CloudException with AWS's sentence when it can't be downloaded, is no ZIP file or has no usable
     *     Dockerrun.aws.json
     */
    public static SourceBundle of(BundleLocation version, S3Client s3) {
        byte[] bytes;
        try {
            long size = s3.headObject(
                            request -> request.bucket(version.bucket()).key(version.key()))
                    .contentLength();
            if (size > LARGEST_BUNDLE) {
                throw new CloudException("The source bundle of " + version.label() + " is larger than 512 MB.");
            }
            bytes = s3.getObjectAsBytes(
                            request -> request.bucket(version.bucket()).key(version.key()))
                    .asByteArray();
        } catch (SdkException e) {
            throw new CloudException(
                    "Unable to download from S3 location (Bucket: " + version.bucket() + "  Key: " + version.key()
                            + "). Reason: " + e.getMessage(),
                    e);
        }
        return version.key().endsWith(".json")
                ? new SourceBundle(Dockerrun.parse(new String(bytes, StandardCharsets.UTF_8)), new Extensions(Map.of()))
                : unzipped(version, bytes);
    }

    private static SourceBundle unzipped(BundleLocation version, byte[] bytes) {
        Map<String, String> files = new LinkedHashMap<>();
        String dockerrun = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entry.getName().equals(DOCKERRUN)) {
                    dockerrun = text(zip);
                } else if (entry.getName().matches("\\.ebextensions/[^/]+\\.config")) {
                    files.put(entry.getName(), text(zip));
                }
            }
            if (entries == 0) {
                throw new CloudException("The source bundle of " + version.label() + " is not a ZIP file, or empty.");
            }
        } catch (IOException e) {
            throw new CloudException(
                    "The source bundle of " + version.label() + " cannot be read: " + e.getMessage(), e);
        }
        if (dockerrun.isEmpty()) {
            throw new CloudException("The source bundle of " + version.label() + " has no " + DOCKERRUN
                    + " at its root; zip the files themselves, not the folder they are in.");
        }
        return new SourceBundle(Dockerrun.parse(dockerrun), new Extensions(files));
    }

    private static String text(ZipInputStream zip) throws IOException {
        byte[] bytes = zip.readNBytes(LARGEST_TEXT + 1);
        if (bytes.length > LARGEST_TEXT) {
            throw new IOException("a configuration file is larger than 1 MB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
