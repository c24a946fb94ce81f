package io.beanpole.deploy.plan;

import io.beanpole.deploy.bundle.BundleFile;
import io.beanpole.deploy.bundle.SourceBundle;
import io.beanpole.deploy.plan.FileChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files in which two source bundles differ, by path. */
public final class BundleComparison {
    private BundleComparison() {}

    /** What differs, by path; a secret that changes is seen to change, and not shown. */
    public static List<FileChange> of(SourceBundle before, SourceBundle after) {
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        var changes = new ArrayList<FileChange>();
        for (var path : paths) {
            var old = before.files().get(path);
            var fresh = after.files().get(path);
            if (old == null && fresh != null) {
                changes.add(new FileChange(path, Kind.ADDED, lines(null, fresh)));
            } else if (fresh == null) {
                changes.add(new FileChange(path, Kind.REMOVED, lines(old, null)));
            } else if (old != null && !Arrays.equals(old.content(), fresh.content())) {
                changes.add(new FileChange(path, Kind.CHANGED, lines(old, fresh)));
            } else if (old != null && old.isProgram() != fresh.isProgram()) {
                changes.add(new FileChange(path, Kind.MODE, List.of()));
            }
        }
        return changes;
    }

    private static List<String> lines(@Nullable BundleFile before, @Nullable BundleFile after) {
        var old = text(before);
        var fresh = text(after);
        return old == null || fresh == null ? List.of() : LineDiff.of(old, fresh);
    }

    private static @Nullable String text(@Nullable BundleFile file) {
        return file == null ? "" : file.text().orElse(null);
    }
}
