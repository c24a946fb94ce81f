package io.beanpole.scaling.why;

import java.util.regex.Pattern;

/** Names that CloudFormation made, told as the option file has them: awseb-e-a1b2-stack-High-1ABC2DEF3GHI is High. */
public final class PlainNames {
    /** A group keeps its name, because people paste it into commands. */
    private static final Pattern PHYSICAL = Pattern.compile(
            "awseb-e-[a-z0-9]+-stack-(?!AWSEBAutoScalingGroup-)([A-Za-z0-9]+)-[A-Za-z0-9]{10,14}(?![A-Za-z0-9-])");

    private PlainNames() {}

    /** The text with such names made plain. */
    public static String in(String text) {
        return PHYSICAL.matcher(text).replaceAll("$1");
    }
}
