package io.beanpole.cloud.beanstalk.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of a source bundle, looked at before anything is unpacked: what would fill or leave a directory is refused. */
final class BundleArchive implements AutoCloseable {
    /** AWS's own bound, with its own sentence [C]. */
    static final long LARGEST = 524_288_000;

    private static final int LARGEST_TEXT = 1024 * 1024;
    private static final int MOST_ENTRIES = 50_000;
    private static final long MOST_UNPACKED = 4L * 1024 * 1024 * 1024;

    /** A text of one letter packs 1000 to 1, code about 5 to 1; small bundles may do as they like. */
    private static final long ALWAYS_FINE = 64L * 1024 * 1024;

    private static final int MOST_TO_ONE = 200;

    private final String label;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> files;

    private BundleArchive(String label, ZipFile zip) {
        this.label = label;
        this.zip = zip;
        this.files = Collections.list(zip.getEntries()).stream()
                .filter(each -> !each.isDirectory())
                .toList();
    }

    /** @throws BundleException when it is no ZIP file, has nothing in it, or must not be unpacked */
    static BundleArchive of(String label, Path file) {
        try {
            long size = Files.size(file);
            if (size == 0 || size > LARGEST) {
                throw new BundleException("Source bundle is empty or exceeds maximum allowed size: " + LARGEST + ".");
            }
            BundleArchive archive = new BundleArchive(
                    label,
                    ZipFile.builder()
                            .setPath(file)
                            .setCharset(StandardCharsets.UTF_8)
                            .get());
            try {
                archive.check(size);
                return archive;
            } catch (BundleException e) {
                archive.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new BundleException(
                    "Failed to unzip source bundle, abort deployment: the source bundle of " + label
                            + " is not a ZIP file. Zip the files of the application and make a new version.",
                    e);
        } catch (IOException e) {
            throw unreadable(label, e);
        }
    }

    /** The paths of all files. */
    List<String> names() {
        return files.stream().map(ZipArchiveEntry::getName).toList();
    }

    /** The text of a small file; empty when there is none of that name. */
    Optional<String> text(String name) {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw new BundleException("The file " + name + " of the source bundle of " + label
                        + " is larger than 1 MB; a configuration file may not be.");
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(label, e);
        }
    }

    /** Unpacks all files, save symbolic links, with the permission to be run where they have it. */
    void unpack(Path target) {
        long left = MOST_UNPACKED;
        try {
            for (ZipArchiveEntry entry : files) {
                if (!entry.isUnixSymlink()) {
                    left -= unpack(entry, target.resolve(entry.getName()).normalize(), left);
                }
            }
        } catch (IOException e) {
            throw unreadable(label, e);
        }
    }

    boolean hasLinks() {
        return files.stream().anyMatch(ZipArchiveEntry::isUnixSymlink);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw unreadable(label, e);
        }
    }

    /** Counts what comes, because what an entry says of its size can be a lie. */
    private long unpack(ZipArchiveEntry entry, Path place, long most) throws IOException {
        Files.createDirectories(place.resolveSibling("").normalize());
        long written = 0;
        try (InputStream in = zip.getInputStream(entry);
                var out = Files.newOutputStream(
                        place,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > most) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
        boolean isProgram = (entry.getUnixMode() & 0111) != 0;
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
        return written;
    }

    private void check(long size) {
        if (files.isEmpty() || files.size() > MOST_ENTRIES) {
            throw new BundleException(
                    "The source bundle of " + label + " has no files, or more than " + MOST_ENTRIES + ".");
        }
        Path anywhere = Path.of("/bundle");
        for (ZipArchiveEntry entry : files) {
            String name = entry.getName();
            if (name.indexOf('\0') >= 0
                    || name.startsWith("/")
                    || !anywhere.resolve(name).normalize().startsWith(anywhere)
                    || anywhere.resolve(name).normalize().equals(anywhere)) {
                throw new BundleException("Failed to unzip source bundle, abort deployment: the path "
                        + name.replace('\0', ' ') + " in the source bundle of " + label
                        + " leads out of it. Zip the files with paths relative to the application's folder.");
            }
        }
        long unpacked = files.stream()
                .mapToLong(each -> Math.max(0, each.getSize()))
                .reduce(0, (sum, each) -> Math.min(MOST_UNPACKED + 1, sum + Math.min(each, MOST_UNPACKED + 1)));
        if (unpacked > MOST_UNPACKED || (unpacked > ALWAYS_FINE && unpacked / size > MOST_TO_ONE)) {
            throw tooLarge();
        }
    }

    private BundleException tooLarge() {
        return new BundleException("Failed to unzip source bundle, abort deployment: the source bundle of " + label
                + " would unpack to far more than it is, as a zip bomb does; it may unpack to 4 GB, and to "
                + MOST_TO_ONE + " times its size.");
    }

    private static BundleException unreadable(String label, IOException e) {
        return new BundleException("The source bundle of " + label + " cannot be read: " + e.getMessage(), e);
    }
}
