package io.beanpole.cloud.beanstalk.option;

/**
 * What an option setting is found by.
 *
 * @param resource the name of what it belongs to; only time-based scaling has one, for all others it is empty
 */
public record OptionKey(String namespace, String name, String resource) {
    private static final char SEPARATOR = '/';

    /** Only a scheduled action's name makes a difference; others repeat the name of the resource and mean nothing by it. */
    public OptionKey {
        resource = namespace.equals(OptionName.SCHEDULED_ACTION) ? resource : "";
    }

    public OptionKey(String namespace, String name) {
        this(namespace, name, "");
    }

    /** The name under which {@link OptionSettings} keep it, which is that of the option unless it has a resource. */
    public String kept() {
        return resource.isEmpty() ? name : resource + SEPARATOR + name;
    }

    /** The reverse of {@link #kept()}. */
    public static OptionKey ofKept(String namespace, String kept) {
        int at = namespace.equals(OptionName.SCHEDULED_ACTION) ? kept.indexOf(SEPARATOR) : -1;
        return at < 0
                ? new OptionKey(namespace, kept)
                : new OptionKey(namespace, kept.substring(at + 1), kept.substring(0, at));
    }

    /** As AWS names it in its sentences. */
    String inWords() {
        return "(Namespace: '" + namespace + "', OptionName: '" + name + "')";
    }
}
