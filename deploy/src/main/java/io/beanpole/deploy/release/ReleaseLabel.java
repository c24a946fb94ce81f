package io.beanpole.deploy.release;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The label of a version made here: image, tag or digest, and a hash of the bundle: same content, same label. */
final class ReleaseLabel {
    private static final int MOST_OF_NAME = 80;
    private static final int HASH = 12;
    private static final Pattern REFERENCE =
            Pattern.compile("(?:.*/)?(?<name>[^/:@]+)(?::(?<tag>[^@]+))?(?:@\\w+:(?<digest>[0-9a-fA-F]+))?");
    private static final Pattern UNWELCOME = Pattern.compile("[^A-Za-z0-9._-]+");

    private ReleaseLabel() {}

    /** As in web-1.4-0a1b2c3d4e5f, or web-9f8e7d6c5b4a-0a1b2c3d4e5f for an image that is named by its digest alone. */
    static String of(List<String> images, String sha256) {
        var name = UNWELCOME
                .matcher(images.isEmpty() ? "release" : brief(images.get(0)))
                .replaceAll("-");
        return name.substring(0, Math.min(MOST_OF_NAME, name.length())) + "-" + sha256.substring(0, HASH);
    }

    private static String brief(String image) {
        var reference = REFERENCE.matcher(image);
        if (!reference.matches()) {
            return image;
        }
        var tag = reference.group("tag");
        var digest = reference.group("digest");
        if (tag != null) {
            return reference.group("name") + "-" + tag;
        }
        return digest == null
                ? reference.group("name")
                : reference.group("name") + "-"
                        + digest.substring(0, Math.min(HASH, digest.length())).toLowerCase(Locale.ROOT);
    }
}
