package io.beanpole.console.release;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.beanpole.console.release.DiffLine.Kind;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunSyntaxException;
import java.util.List;

/** The difference between two Dockerrun files, in the unified form; how they are laid out makes none. */
final class DockerrunDiff {
    private static final int CONTEXT = 3;
    /** The two lines that name the files. */
    private static final int HEADER = 2;

    private DockerrunDiff() {}

    /** No line when they say the same. */
    static List<DiffLine> of(String deployed, String wanted) {
        var before = tidy(deployed).lines().toList();
        var after = tidy(wanted).lines().toList();
        var patch = DiffUtils.diff(before, after);
        return UnifiedDiffUtils.generateUnifiedDiff("deployed", "wanted", before, patch, CONTEXT).stream()
                .skip(HEADER)
                .map(DockerrunDiff::line)
                .toList();
    }

    private static DiffLine line(String line) {
        if (line.startsWith("@@")) {
            return new DiffLine(Kind.PLACE, line);
        }
        var kind = line.startsWith("+") ? Kind.ADDED : line.startsWith("-") ? Kind.REMOVED : Kind.SAME;
        return new DiffLine(kind, line);
    }

    /** A text that is no JSON is compared as it stands. */
    private static String tidy(String text) {
        try {
            return DockerrunDocument.tidy(text);
        } catch (DockerrunSyntaxException e) {
            return text;
        }
    }
}
