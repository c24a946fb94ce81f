package io.beanpole.deploy.stage;

import io.beanpole.deploy.image.Revision;
import java.nio.file.Path;

/** The commit that a working copy stands on. */
final class Commit {
    private Commit() {}

    /** Its short hash; content hashes tell builds apart where there is no commit. */
    static String of(Path root) {
        return Revision.of(root).commit();
    }
}
