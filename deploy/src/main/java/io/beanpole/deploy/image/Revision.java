package io.beanpole.deploy.image;

import io.beanpole.deploy.DeployException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The commit that a working copy stands on. The date is the commit's, not today's: the same content gets the same tag
 * tomorrow.
 *
 * @param commit its short hash; {@code nogit} where there is none
 * @param date as 20261121; empty where there is no commit
 */
public record Revision(String commit, String date) {
    private static final Revision NONE = new Revision("nogit", "");
    private static final Pattern LINE = Pattern.compile("(\\d{8}) ([0-9a-f]{4,40})");
    private static final long GIT_ANSWERS_WITHIN = 10;

    /** Asks git; content hashes tell builds apart where there is no commit. */
    public static Revision of(Path root) {
        try {
            var git = new ProcessBuilder(
                            "git",
                            "-C",
                            root.toString(),
                            "log",
                            "-1",
                            "--abbrev=7",
                            "--date=format:%Y%m%d",
                            "--format=%cd %h")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var line = LINE.matcher(new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            return git.waitFor(GIT_ANSWERS_WITHIN, TimeUnit.SECONDS) && line.matches()
                    ? new Revision(line.group(2), line.group(1))
                    : NONE;
        } catch (IOException e) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("Asking git for the commit was interrupted.", e);
        }
    }

    /** The tag of a content at this commit: date, commit and what tells the content from others. */
    public String tag(String content) {
        return (date.isEmpty() ? "" : date + "-") + commit + "-" + content;
    }
}
