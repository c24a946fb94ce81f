package io.beanpole.endtoend.packaging;

import java.util.List;

/** With what options Java runs the console, wherever it is started from: {@code ./beanpole console} has the same. */
public final class QuickStart {
    /**
     * One compiler, which is done sooner; the collector that needs no threads; room for the classes, as else the whole heap
     * is collected on the way to the first picture; and new objects in little room, which is collected often and shortly:
     * a pause longer than a frame would be seen.
     */
    public static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-Xmn32m");

    private QuickStart() {}
}
