package io.beanpole.cloud.instance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The tar archive of one layer, unpacked below {@code /app} only. A path or link that leads out of the target, a device
 * or more than a sane amount of files is refused: an image is input, not a friend.
 */
final class LayerArchive {
    private static final String APP = "app";
    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_ENTRIES = 200_000;

    private final Path target;
    private long bytes;
    private int entries;

    LayerArchive(Path target) {
        this.target = target.toAbsolutePath().normalize();
    }

    /** Plain or gzipped. */
    void unpack(InputStream layer) throws IOException {
        BufferedInputStream in = new BufferedInputStream(layer, 1 << 16);
        in.mark(2);
        boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        TarArchiveInputStream tar = new TarArchiveInputStream(gzipped ? new GZIPInputStream(in, 1 << 16) : in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (++entries > MOST_ENTRIES) {
                throw refused(entry, "it has more than " + MOST_ENTRIES + " entries");
            }
            Path place = place(entry);
            if (isOfApplication(target.relativize(place))) {
                write(entry, place, tar);
            }
        }
    }

    private static boolean isOfApplication(Path relative) {
        return relative.startsWith(APP) || relative.equals(Path.of(".wh." + APP));
    }

    private Path place(TarArchiveEntry entry) {
        String name = entry.getName();
        Path place = target.resolve(name.replaceFirst("^/+", "")).normalize();
        if (name.startsWith("/") || !place.startsWith(target)) {
            throw refused(entry, "its path leads out of the image");
        }
        return place;
    }

    private void write(TarArchiveEntry entry, Path place, TarArchiveInputStream tar) throws IOException {
        Path parent = Files.createDirectories(place.resolve("..").normalize()).toRealPath();
        if (!parent.startsWith(target.toRealPath())) {
            throw refused(entry, "it would be written through a link that leads out of the image");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(place);
        } else if (entry.isSymbolicLink()) {
            link(entry, place, parent);
        } else if (entry.isLink()) {
            copyOfLinked(entry, place);
        } else if (entry.isFile() && !isSpecial(entry)) {
            file(entry, place, tar);
        } else {
            throw refused(entry, "it is a device, a pipe or something else that an application has no use for");
        }
    }

    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
    }

    /** Absolute targets are kept only as relative links inside the image. */
    private void link(TarArchiveEntry entry, Path place, Path parent) throws IOException {
        String name = entry.getLinkName();
        Path root = target.toRealPath();
        Path inside = name.startsWith("/")
                ? root.resolve(name.replaceFirst("^/+", "")).normalize()
                : parent.resolve(name).normalize();
        if (!inside.startsWith(root.resolve(APP))) {
            throw refused(entry, "it links to " + name + ", outside of /app");
        }
        FileTree.delete(place);
        Files.createSymbolicLink(place, parent.relativize(inside));
    }

    private void copyOfLinked(TarArchiveEntry entry, Path place) throws IOException {
        Path linked =
                target.resolve(entry.getLinkName().replaceFirst("^/+", "")).normalize();
        if (!linked.startsWith(target.resolve(APP))
                || !Files.isRegularFile(linked, LinkOption.NOFOLLOW_LINKS)
                || !linked.toRealPath().startsWith(target.toRealPath())) {
            throw refused(entry, "it is a hard link to something outside of /app");
        }
        FileTree.delete(place);
        Files.copy(linked, place);
    }

    private void file(TarArchiveEntry entry, Path place, TarArchiveInputStream tar) throws IOException {
        bytes += entry.getSize();
        if (bytes > MOST_BYTES) {
            throw refused(entry, "its files are larger than 4 GiB in sum");
        }
        FileTree.delete(place);
        Files.copy(tar, place);
        boolean executable = (entry.getMode() & 0111) != 0;
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(
                place, FileTime.from(entry.getLastModifiedTime().toInstant()));
    }

    private static InstanceException refused(TarArchiveEntry entry, String why) {
        return new InstanceException(
                "A layer of the image was not unpacked because of " + entry.getName() + ": " + why + ".");
    }
}
