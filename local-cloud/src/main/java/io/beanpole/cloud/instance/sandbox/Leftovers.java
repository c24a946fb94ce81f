package io.beanpole.cloud.instance.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes that commands of one sandbox left behind, found by a variable in their environment. */
final class Leftovers {
    private static final String NAME = "BEANPOLE_SANDBOX";

    private final String mark;

    Leftovers(Path sandbox) {
        this.mark = sandbox.toString();
    }

    /** The variable that every command must be given. */
    String name() {
        return NAME;
    }

    String mark() {
        return mark;
    }

    /** Kills them; gives how many there were. */
    int end() {
        List<ProcessHandle> found =
                ProcessHandle.allProcesses().filter(this::isMarked).toList();
        found.forEach(ProcessHandle::destroyForcibly);
        return found.size();
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "environ"));
            String text = "\0" + new String(environment, StandardCharsets.UTF_8);
            return text.contains("\0" + NAME + "=" + mark + "\0");
        } catch (IOException gone) {
            return false;
        }
    }
}
