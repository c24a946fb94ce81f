package io.beanpole.console.release;

import io.beanpole.console.release.DiffLine.Kind;
import io.beanpole.console.words.Words;
import io.beanpole.deploy.plan.FileChange;
import io.beanpole.deploy.plan.OptionChange;
import java.util.ArrayList;
import java.util.List;

/** Files and settings that differ, as lines that are drawn like those of any difference. */
final class PlanLines {
    private PlanLines() {}

    /** The files, each led by its path. */
    static List<DiffLine> files(List<FileChange> changes) {
        var lines = new ArrayList<DiffLine>();
        for (var change : changes) {
            var kind = switch (change.kind()) {
                case ADDED -> "deploy.files.added";
                case REMOVED -> "deploy.files.removed";
                case CHANGED -> "deploy.files.changed";
                case MODE -> "deploy.files.mode";
            };
            lines.add(new DiffLine(Kind.PLACE, Words.of(kind, change.path())));
            change.lines().forEach(line -> lines.add(new DiffLine(kind(line), line)));
        }
        return lines;
    }

    /** The settings, each led by its name, with who decides before and after. */
    static List<DiffLine> options(List<OptionChange> changes) {
        var lines = new ArrayList<DiffLine>();
        for (var change : changes) {
            lines.add(new DiffLine(Kind.PLACE, change.fullName()));
            if (change.takesEffect()) {
                lines.add(new DiffLine(
                        Kind.REMOVED,
                        "-"
                                + Words.of(
                                        "deploy.settings.value",
                                        change.before(),
                                        change.beforeFrom().words())));
                lines.add(new DiffLine(
                        Kind.ADDED,
                        "+"
                                + Words.of(
                                        "deploy.settings.value",
                                        change.after(),
                                        change.afterFrom().words())));
            }
            change.shadowed()
                    .forEach(shadow -> lines.add(new DiffLine(
                            Kind.SAME,
                            " "
                                    + Words.of(
                                            "deploy.settings.shadowed",
                                            shadow.value(),
                                            shadow.source().words()))));
        }
        return lines;
    }

    private static Kind kind(String line) {
        return line.startsWith("+") ? Kind.ADDED : line.startsWith("-") ? Kind.REMOVED : Kind.SAME;
    }
}
