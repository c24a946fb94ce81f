package io.beanpole.cloud.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole directories: the layers of an image laid over each other, and removal. */
public final class FileTree {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private FileTree() {}

    /** Does nothing if it isn't there; doesn't follow links. */
    public static void delete(Path tree) {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Deleting " + tree + " failed", e);
        }
    }

    /** Lays an unpacked layer over what is there: whiteouts take away, the rest is copied. */
    static void overlay(Path layer, Path target) throws IOException {
        Files.walkFileTree(layer, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path place = target.resolve(layer.relativize(directory));
                if (Files.exists(directory.resolve(OPAQUE))) {
                    delete(place);
                }
                if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                        && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(place);
                }
                Files.createDirectories(place);
                takeAway(directory, place);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().startsWith(WHITEOUT)) {
                    Path place = target.resolve(layer.relativize(file));
                    delete(place);
                    Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void takeAway(Path layerDirectory, Path place) throws IOException {
        try (var names = Files.newDirectoryStream(layerDirectory, WHITEOUT + "*")) {
            for (Path name : names) {
                String hidden = name.getFileName().toString().substring(WHITEOUT.length());
                if (!hidden.startsWith(WHITEOUT) && !hidden.isEmpty()) {
                    delete(place.resolve(hidden));
                }
            }
        }
    }
}
