package io.beanpole.endtoend.display;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A place to draw a window where nobody looks, rendered by the processor. */
public interface Display extends AutoCloseable {
    /** The size of a picture, in pixels. */
    int WIDTH = 1440;

    /** The size of a picture, in pixels. */
    int HEIGHT = 900;

    /** An X server of its own where there is Xvfb, which is nearer to what a person has; else Monocle, within Java. */
    static Display open(Path root) {
        return VirtualScreen.isThere() ? VirtualScreen.open() : new WithinJava(root);
    }

    /** For a line of a report. */
    String name();

    /** What the process that opens the window reads from its environment. */
    Map<String, String> environment();

    /** What its Java virtual machine is started with. */
    List<String> options();

    /** Jars that it needs beside its own. */
    List<Path> libraries();

    @Override
    void close();
}
