package io.beanpole.deploy.spec;

import java.util.Comparator;

/** The full name of an option setting. */
public record OptionName(String namespace, String name) implements Comparable<OptionName> {
    /** The namespace whose options an application reads as environment variables. */
    public static final String PROPERTIES = "aws:elasticbeanstalk:application:environment";

    private static final Comparator<OptionName> ORDER =
            Comparator.comparing(OptionName::namespace).thenComparing(OptionName::name);

    @Override
    public int compareTo(OptionName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + "." + name;
    }
}
