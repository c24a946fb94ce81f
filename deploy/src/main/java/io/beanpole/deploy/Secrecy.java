package io.beanpole.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is kept from everything that is printed or written to a file: values whose names say that they are secrets, and
 * what signs in inside a URL. The one rule for all of the tool, so that no output tells what another hides.
 */
public final class Secrecy {
    /** What stands in place of a secret. */
    public static final String HIDDEN = "HIDDEN";

    private static final String WORDS =
            "(?:passw|passphrase|pwd|secret|token|credential|private|api[_-]?key|access[_-]?key|encryption[_-]?key"
                    + "|signing[_-]?key)";
    private static final String NAME = "[\\w.-]*" + WORDS + "[\\w.-]*";
    private static final Pattern SECRET = Pattern.compile("(?is).*" + WORDS + ".*");

    /** What stands before the host: {@code postgres://user:password@host}. */
    private static final Pattern SIGN_IN = Pattern.compile("(://)[^/?#\\s\"']*@");

    /** {@code ?password=} and its like. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;]" + NAME + "=)[^&;\\s\"']+");

    /** {@code NAME=value}, {@code NAME: value}, {@code "NAME": "value"}, at a line's begin or after a blank or bracket. */
    private static final Pattern SETTING =
            Pattern.compile("(?i)((?:^|[\\s{,\"'])" + NAME + "[\"']?\\s*(?:=\\s*|:\\s+|:(?=[\"'])))\\S.*");

    /** {@code "name": "NAME", "value": "value"} in one line. */
    private static final Pattern PAIR = Pattern.compile(
            "(?i)(\"(?:option_?)?name\"\\s*:\\s*\"" + NAME + "\"\\s*,\\s*\"value\"\\s*:\\s*)\"[^\"]*\"");

    private static final Pattern NAME_LINE =
            Pattern.compile("(?i)[\\s{-]*[\"']?(?:option_?)?name[\"']?\\s*:\\s*[\"']?" + NAME + "[\"']?[\\s,]*");
    private static final Pattern VALUE_LINE = Pattern.compile("(?i)([\\s{-]*[\"']?value[\"']?\\s*:\\s*)\\S.*");
    private static final Pattern BEGIN_OF_KEY = Pattern.compile(".*-----BEGIN [A-Z ]*PRIVATE KEY-----.*");
    private static final Pattern END_OF_KEY = Pattern.compile(".*-----END [A-Z ]*PRIVATE KEY-----.*");

    private Secrecy() {}

    /** Whether a value of this name is a secret. */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    /** A value without what signs in inside a URL. */
    public static String text(String value) {
        var signedOut = SIGN_IN.matcher(value).replaceAll("$1" + HIDDEN + "@");
        return PARAMETER.matcher(signedOut).replaceAll("$1" + HIDDEN);
    }

    /** The lines of a file, as many as there are, without the secrets that it sets. */
    public static List<String> lines(List<String> file) {
        var shown = new ArrayList<String>();
        var isInsideKey = false;
        for (int i = 0; i < file.size(); i++) {
            var line = file.get(i);
            isInsideKey = isInsideKey && !END_OF_KEY.matcher(line).matches();
            shown.add(isInsideKey ? HIDDEN : isValueOfSecret(file, i) ? value(line) : line(line));
            isInsideKey = isInsideKey || BEGIN_OF_KEY.matcher(line).matches();
        }
        return shown;
    }

    private static String line(String line) {
        var pairs = PAIR.matcher(line).replaceAll("$1\"" + HIDDEN + "\"");
        return text(pairs.equals(line) ? SETTING.matcher(line).replaceAll("$1" + HIDDEN) : pairs);
    }

    private static String value(String line) {
        return VALUE_LINE.matcher(line).replaceAll("$1" + HIDDEN);
    }

    /** Option files may name an option in one line and give its value in the next, or the other way round. */
    private static boolean isValueOfSecret(List<String> file, int place) {
        return VALUE_LINE.matcher(file.get(place)).matches()
                && (isSecretName(file, place - 1) || isSecretName(file, place + 1));
    }

    private static boolean isSecretName(List<String> file, int place) {
        return place >= 0
                && place < file.size()
                && NAME_LINE.matcher(file.get(place)).matches();
    }
}
