package io.beanpole.deploy.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The commit that a working copy stands on. */
final class Commit {
    private static final String NONE = "nogit";
    private static final Pattern SHORT_HASH = Pattern.compile("[0-9a-f]{4,40}");

    private Commit() {}

    /** Its short hash; content hashes tell builds apart where there is no commit. */
    static String of(Path root) {
        try {
            var git = new ProcessBuilder("git", "-C", root.toString(), "rev-parse", "--short=7", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && SHORT_HASH.matcher(hash).matches() ? hash : NONE;
        } catch (IOException e) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }
}
