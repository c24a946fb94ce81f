package io.beanpole.deploy.bundle;

import io.beanpole.deploy.DeployException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Files as a zip and back; the same files give the same bytes, whenever and wherever. */
final class BundleZip {
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private BundleZip() {}

    /** Stored, not deflated: compressed bytes differ between versions of zlib. */
    static byte[] write(SortedMap<String, BundleFile> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            zip.setMethod(ZipEntry.STORED);
            for (var file : files.entrySet()) {
                zip.putArchiveEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue().content());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write a zip in memory.", e);
        }
        return bytes.toByteArray();
    }

    /** The files of a zip, folders left out: they exist by the files in them. */
    static SortedMap<String, BundleFile> read(byte[] zip) {
        var files = new TreeMap<String, BundleFile>();
        try (var archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get()) {
            for (var entry : Collections.list(archive.getEntries())) {
                if (!entry.isDirectory()) {
                    try (var content = archive.getInputStream(entry)) {
                        files.put(entry.getName(), new BundleFile(content.readAllBytes(), entry.getUnixMode()));
                    }
                }
            }
        } catch (IOException e) {
            throw new DeployException("The source bundle is no zip that can be read: " + e.getMessage(), e);
        }
        return files;
    }

    private static ZipArchiveEntry entry(String name, BundleFile file) {
        var crc = new CRC32();
        crc.update(file.content());
        var entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        entry.setSize(file.content().length);
        entry.setCrc(crc.getValue());
        if (file.mode() != 0) {
            entry.setUnixMode(file.mode());
        }
        return entry;
    }
}
