package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import io.beanpole.deploy.Digest;
import io.beanpole.deploy.Progress;
import io.beanpole.deploy.SideBySide;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries an image from one registry to another so that it keeps its digest: its manifest isn't touched, and an index
 * brings the images of all its architectures along. What the target has isn't sent again.
 */
public final class ImageCopy {
    private static final int AT_ONCE = 3;

    private final Progress progress;

    /** Copies that tell their progress. */
    public ImageCopy(Progress progress) {
        this.progress = progress;
    }

    /**
     * Copies an image by digest; returns at once when it is there already.
     *
     * @param from where it is now
     * @param digest sha256:..., of an image or of an index
     * @param to where it shall be; the repository must exist
     * @param tags that it shall have there, none at all for a digest alone; they are moved if they are taken
     */
    public CopiedImage copy(ImagePlace from, String digest, ImagePlace to, List<String> tags) {
        var sameRegistry = from.host().equals(to.host()) ? Optional.of(from.name()) : Optional.<String>empty();
        return copy(new RegistryRepository(from), sameRegistry, digest, to, tags);
    }

    /** Copies from anywhere; a source in the target's registry can be named, so that layers are shared. */
    CopiedImage copy(
            ImageSource source, Optional<String> sameRegistry, String digest, ImagePlace to, List<String> tags) {
        var target = new RegistryRepository(to);
        var transfer = new Transfer(source, sameRegistry, target);
        var manifest = transfer.image(digest);
        tags.forEach(tag -> target.put(manifest, tag));
        var copied = transfer.copied(to.uri() + "@" + digest);
        progress.say(to.uri() + "@" + digest.substring(0, Math.min(19, digest.length())) + ": " + copied.words());
        return copied;
    }

    /** One copy on its way, and what it counted. */
    private static final class Transfer {
        private final ImageSource source;
        private final Optional<String> sameRegistry;
        private final RegistryRepository target;
        private final Map<String, Boolean> done = new ConcurrentHashMap<>();
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger shared = new AtomicInteger();
        private final AtomicInteger present = new AtomicInteger();
        private final AtomicLong bytes = new AtomicLong();

        Transfer(ImageSource source, Optional<String> sameRegistry, RegistryRepository target) {
            this.source = source;
            this.sameRegistry = sameRegistry;
            this.target = target;
        }

        CopiedImage copied(String pinned) {
            return new CopiedImage(pinned, sent.get(), shared.get(), present.get(), bytes.get());
        }

        /** The manifest goes last: whoever sees it can pull all of it. */
        Manifest image(String digest) {
            var there = target.find(digest);
            if (there.isPresent()) {
                present.addAndGet(there.get().blobs().size());
                return there.get();
            }
            var manifest = source.manifest(digest);
            if (!manifest.digest().equals(digest)) {
                throw new DeployException("The image " + digest + " came with the content of " + manifest.digest()
                        + "; nothing was stored.");
            }
            manifest.children().forEach(this::image);
            try (var threads = new SideBySide("image copy", AT_ONCE)) {
                threads.map(manifest.blobs(), this::blob);
            }
            target.put(manifest, digest);
            return manifest;
        }

        private Boolean blob(Blob blob) {
            return done.computeIfAbsent(blob.digest(), digest -> {
                if (blob.isElsewhere() || target.has(blob)) {
                    present.incrementAndGet();
                } else if (sameRegistry.isPresent() && target.mount(blob, sameRegistry.get())) {
                    shared.incrementAndGet();
                } else {
                    send(blob);
                    sent.incrementAndGet();
                    bytes.addAndGet(blob.size());
                }
                return true;
            });
        }

        private void send(Blob blob) {
            try {
                var file = Files.createTempFile("beanpole-", ".blob");
                try {
                    source.fetch(blob, file);
                    check(blob, file);
                    target.push(blob, file);
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new DeployException("Could not keep a layer of an image for a moment: " + e.getMessage(), e);
            }
        }

        private static void check(Blob blob, Path file) throws IOException {
            try (var in = new DigestInputStream(Files.newInputStream(file), Digest.sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                var is = "sha256:"
                        + HexFormat.of().formatHex(in.getMessageDigest().digest());
                if (!is.equals(blob.digest())) {
                    throw new DeployException(
                            "The layer " + blob.digest() + " came with the content of " + is + ".",
                            "Run it again; if it happens again the source is damaged.");
                }
            }
        }
    }
}
