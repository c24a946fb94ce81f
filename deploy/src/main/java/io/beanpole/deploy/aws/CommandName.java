package io.beanpole.deploy.aws;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the {@code aws} command spells the names of AWS's API: {@code SwapEnvironmentCNAMEs} becomes
 * {@code swap-environment-cnames}. The rule is botocore's {@code xform_name}.
 */
final class CommandName {
    private static final Pattern PLURAL_OF_CAPITALS = Pattern.compile("([A-Z]{2,}s)$");
    private static final Pattern FIRST_CAPITAL = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern LAST_CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");

    private CommandName() {}

    /** The name of an operation or a parameter. */
    static String of(String name) {
        var plural = PLURAL_OF_CAPITALS.matcher(name);
        var prepared = plural.find()
                ? name.substring(0, plural.start()) + "-" + plural.group(1).toLowerCase(Locale.ROOT)
                : name;
        var split = FIRST_CAPITAL.matcher(prepared).replaceAll("$1-$2");
        return LAST_CAPITAL.matcher(split).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The name of a service by its id: {@code Elastic Beanstalk} is elasticbeanstalk, {@code S3} is s3api. */
    static String ofService(String id) {
        var name = id.replace(" ", "").toLowerCase(Locale.ROOT);
        return name.equals("s3") ? "s3api" : name;
    }
}
