package io.beanpole.deploy.bundle;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One zip for Elastic Beanstalk: Dockerrun.aws.json and the option files that concern its tier. */
public final class SourceBundle {
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Pattern CONFIG_NAME = Pattern.compile("\\d\\d-[a-z0-9-]+\\.config");

    private final byte[] bytes;

    private SourceBundle(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Packs a Dockerrun file with the option files of {@code common} and of the tier, flattened into one folder. */
    public static SourceBundle of(String dockerrun, Path ebextensions, String tier) {
        var files = new TreeMap<String, byte[]>();
        files.put("Dockerrun.aws.json", dockerrun.getBytes(StandardCharsets.UTF_8));
        addConfigs(files, ebextensions.resolve("common"));
        addConfigs(files, ebextensions.resolve(tier));
        return new SourceBundle(zip(files));
    }

    /** The zip itself. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 of the zip in hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }

    private static void addConfigs(SortedMap<String, byte[]> files, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var configs = Files.newDirectoryStream(folder)) {
            for (var config : configs) {
                var name = config.getFileName().toString();
                if (!CONFIG_NAME.matcher(name).matches()) {
                    throw new DeployException(
                            config
                                    + " would be ignored or misordered by Elastic Beanstalk; call it NN-name.config, as in 10-health.config.");
                }
                if (files.put(".ebextensions/" + name, Files.readAllBytes(config)) != null) {
                    throw new DeployException("Two option files of one bundle are called " + name + ", one of them in "
                            + folder + "; rename one.");
                }
            }
        } catch (IOException e) {
            throw new DeployException("Could not read the option files in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Stored, not deflated: compressed bytes differ between versions of zlib. */
    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var file : files.entrySet()) {
                var crc = new CRC32();
                crc.update(file.getValue());
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(FIXED_TIME);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write a zip in memory.", e);
        }
        return bytes.toByteArray();
    }
}
