package io.beanpole.deploy.image;

import io.beanpole.deploy.Digest;
import io.beanpole.deploy.spec.BaseSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How a base image is made; the same recipe has the same key. */
record BaseRecipe(BaseSpec base) {
    static final String SUITE = "bookworm";
    static final long SOURCE_DATE_EPOCH = 1_767_225_600L;

    private static final String HOOK = "java-runtime.sh";
    /** The C library, what Java links to, {@code nice}, {@code prlimit} and a shell to look around with. */
    private static final List<String> PACKAGES =
            List.of("base-files", "libc6", "libgcc-s1", "libstdc++6", "zlib1g", "coreutils", "util-linux", "dash");

    /** The Debian packages that are unpacked. */
    List<String> packages() {
        var packages = new ArrayList<>(PACKAGES);
        packages.addAll(base.packages());
        return packages;
    }

    /** The script that makes an image of the unpacked packages. */
    String hook() {
        try (var script = BaseRecipe.class.getResourceAsStream(HOOK)) {
            if (script == null) {
                throw new IllegalStateException("The resource " + HOOK + " is missing from this build.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the resource " + HOOK + ".", e);
        }
    }

    /** What tells this recipe from others; the tag of its image. */
    String key() {
        return SUITE + "-"
                + new Digest()
                        .add(String.join(",", packages()))
                        .add(hook())
                        .add(Long.toString(SOURCE_DATE_EPOCH))
                        .brief();
    }
}
