package io.beanpole.console.release;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.beanpole.console.release.DiffLine.Kind;
import io.beanpole.deploy.dockerrun.DockerrunDocument;
import io.beanpole.deploy.dockerrun.DockerrunSyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** The difference between two Dockerrun files, in the unified form; how they are laid out makes none. */
final class DockerrunDiff {
    private static final int CONTEXT = 3;
    /** The two lines that name the files. */
    private static final int HEADER = 2;
    /** Lines that differ times all lines. */
    private static final long MOST_WORK = 100_000_000;
    /** Of each text that is said to be replaced. */
    private static final int MOST_LINES = 500;

    private DockerrunDiff() {}

    /** No line when they say the same. */
    static List<DiffLine> of(String deployed, String wanted) {
        var before = tidy(deployed).lines().toList();
        var after = tidy(wanted).lines().toList();
        if (isTooMuch(before, after)) {
            return replaced(before, after);
        }
        var patch = DiffUtils.diff(before, after);
        return UnifiedDiffUtils.generateUnifiedDiff("deployed", "wanted", before, patch, CONTEXT).stream()
                .skip(HEADER)
                .map(DockerrunDiff::line)
                .toList();
    }

    /** Two long texts with little in common take the square of their length; then the one is said to replace the other. */
    private static boolean isTooMuch(List<String> before, List<String> after) {
        var common = new HashSet<>(before);
        var strange = after.stream().filter(line -> !common.contains(line)).count();
        common.retainAll(new HashSet<>(after));
        var gone = before.stream().filter(line -> !common.contains(line)).count();
        return (strange + gone) * (before.size() + after.size()) > MOST_WORK;
    }

    private static List<DiffLine> replaced(List<String> before, List<String> after) {
        return Stream.of(
                        Stream.of(new DiffLine(Kind.PLACE, "@@ " + before.size() + " → " + after.size() + " @@")),
                        before.stream().limit(MOST_LINES).map(line -> new DiffLine(Kind.REMOVED, "-" + line)),
                        after.stream().limit(MOST_LINES).map(line -> new DiffLine(Kind.ADDED, "+" + line)))
                .flatMap(lines -> lines)
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
