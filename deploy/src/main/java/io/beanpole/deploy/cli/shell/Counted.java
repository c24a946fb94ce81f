package io.beanpole.deploy.cli.shell;

/** Numbers of things, said as people say them: one dead letter is no "1 dead letters". */
public final class Counted {
    private Counted() {}

    /** As in "1 dead letter" or "12 dead letters", for a noun that takes an s. */
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** As in "1 dead letter was" or "12 dead letters were". */
    public static String were(long count, String noun) {
        return of(count, noun) + (count == 1 ? " was" : " were");
    }

    /** As in "1 dead letter is" or "12 dead letters are". */
    public static String are(long count, String noun) {
        return of(count, noun) + (count == 1 ? " is" : " are");
    }
}
