package io.beanpole.deploy.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** An image reference in its parts: registry and repository, tag (empty for none), digest. */
record ImageName(String repository, String tag, Optional<String> digest) {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<repository>[^@]+?)(?::(?<tag>[^:/@]+))?(?:@(?<digest>[^@]+))?");

    static ImageName of(String reference) {
        var parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return new ImageName(reference, "", Optional.empty());
        }
        var tag = parts.group("tag");
        return new ImageName(
                parts.group("repository"), tag == null ? "" : tag, Optional.ofNullable(parts.group("digest")));
    }
}
