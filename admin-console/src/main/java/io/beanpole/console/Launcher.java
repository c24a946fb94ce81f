package io.beanpole.console;

import java.util.List;
import javafx.application.Application;

/** The start of the console. Not an Application itself, so that it runs from the class path. */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Launcher() {}

    /** Opens the window and returns when it is closed. */
    public static void main(String[] arguments) {
        try {
            if (ConsoleOptions.parse(List.of(arguments)).isHelp()) {
                System.out.print(ConsoleOptions.USAGE);
                return;
            }
        } catch (ConsoleException e) {
            System.err.println("beanpole console: " + e.getMessage());
            System.exit(USAGE);
        }
        try {
            Application.launch(ConsoleApp.class, arguments);
        } catch (UnsupportedOperationException e) {
            System.err.println("beanpole console: the window could not be opened: " + e.getMessage()
                    + ". It needs a display; on a server, ./beanpole status and lanes say the same in the terminal.");
            System.exit(FAILED);
        }
    }

    /** Says something on the terminal that the console was started from. */
    static void tell(String line) {
        System.out.println(line);
    }
}
