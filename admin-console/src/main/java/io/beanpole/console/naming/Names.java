package io.beanpole.console.naming;

import java.util.Locale;
import java.util.regex.Pattern;

/** AWS's long names, shortened to the part that tells them apart. */
public final class Names {
    private static final Pattern STACK =
            Pattern.compile("awseb-e-[a-z0-9]+-stack-([A-Za-z0-9]+)(?:-[A-Za-z0-9]{6,14})?");
    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{12})[0-9a-f]*");

    private Names() {}

    /** The logical id in the name of a stack's resource; any other name stays as it is. */
    public static String logical(String physical) {
        var match = STACK.matcher(physical);
        return match.matches() ? match.group(1) : physical;
    }

    /** A text in which every long name and digest is shortened. */
    public static String shortened(String text) {
        return DIGEST.matcher(STACK.matcher(text).replaceAll("$1")).replaceAll("sha256:$1");
    }

    /** Twelve digits of a digest, enough to tell images apart. */
    public static String digest(String digest) {
        var match = DIGEST.matcher(digest);
        return match.matches() ? match.group(1) : digest;
    }

    /** An image without its registry, its digest shortened. */
    public static String image(String image) {
        var path = image.substring(image.indexOf('/') + 1);
        var at = path.indexOf('@');
        return at < 0 ? path : path.substring(0, at) + "@" + digest(path.substring(at + 1));
    }

    /** Who acted: the last part of an ARN, the session's or user's name. */
    public static String actor(String arn) {
        return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
    }

    /** Bytes with three digits at most: "48.2 MB". */
    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return Math.round(bytes / 1000.0) + " kB";
        }
        var megabytes = bytes / 1_000_000.0;
        return megabytes < 1000
                ? String.format(Locale.ROOT, megabytes < 100 ? "%.1f MB" : "%.0f MB", megabytes)
                : String.format(Locale.ROOT, "%.2f GB", megabytes / 1000);
    }
}
