package io.beanpole.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The folder of the page's assets, named by a hash of all of them: a browser may keep them for ever, and modules import
 * each other by relative paths without a build step.
 */
@Component
class PageAssets {
    private final String folder;

    PageAssets() throws IOException {
        this.folder = "/assets/" + hash();
    }

    /** E.g. {@code /assets/0f3a…}. */
    String folder() {
        return folder;
    }

    /** Reads a page of ours, with the folder filled in. */
    String page(String name) {
        try (var in = PageAssets.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The page " + name + " is missing from the application.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{{assets}}", folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] assets = new PathMatchingResourcePatternResolver().getResources("classpath:/page/assets/**/*.*");
            Arrays.sort(assets, Comparator.comparing(asset -> String.valueOf(asset.getFilename())));
            for (Resource asset : assets) {
                digest.update(String.valueOf(asset.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(asset.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
